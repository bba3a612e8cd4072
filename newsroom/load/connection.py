"""
One connection of a reader: never waits, and says when a whole answer is there. HTTP/1.1 over TLS or plain, read by
hand: a library would take more of the machine's time than nginx.
"""

import re
import socket
import ssl

LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
CHUNKED = re.compile(rb"\r\ntransfer-encoding: *chunked", re.IGNORECASE)
CLOSES = re.compile(rb"\r\nconnection: *close", re.IGNORECASE)
NO_BODY = (b"304", b"204")
AT_ONCE = 262144
LAST_CHUNK = b"0\r\n\r\n"
# What loopback has is a network: readers come from many addresses, as nginx counts what one of them asks for.
SOURCES = 200


class BrokenError(Exception):
    """What became of the connection, in words."""


def trusting():
    """A certificate made for the run is signed by nobody."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


class Connection:
    """Its poll tells edges: whoever is told goes on until nothing is left to be read."""

    def __init__(self, place, tls=None, number=0):
        plain = socket.socket()
        plain.setblocking(False)
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        plain.bind((f"127.0.{1 + number % SOURCES}.{1 + number % 250}", 0))
        plain.connect_ex(place)
        self.socket, self.tls, self.is_open = plain, tls, False
        self.asked, self.answered = 0, True
        self.sending, self.head, self.parts, self.missing = b"", b"", [], None

    def fileno(self):
        return self.socket.fileno()

    def ask(self, request):
        self.sending, self.head, self.parts, self.missing = request, b"", [], None
        self.asked += 1
        self.answered = False
        if self.is_open:
            self.go_on()

    def go_on(self):
        """As far as it goes. True when the answer is whole."""
        try:
            if not self.is_open:
                self._open()
            if self.sending:
                self.sending = self.sending[self.socket.send(self.sending) :]
            return not self.sending and self._read()
        except (ssl.SSLWantReadError, ssl.SSLWantWriteError, BlockingIOError):
            return False
        except OSError as problem:
            raise BrokenError(type(problem).__name__) from problem

    @property
    def was_closed(self):
        """Asked while it lies idle and something has come: mostly the end."""
        try:
            return self.socket.recv(1) == b""
        except (ssl.SSLWantReadError, BlockingIOError):
            return False
        except OSError:
            return True

    def _open(self):
        problem = self.socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if problem:
            raise OSError(problem, "not connected")
        if self.tls and not isinstance(self.socket, ssl.SSLSocket):
            self.socket = self.tls.wrap_socket(self.socket, do_handshake_on_connect=False)
        if isinstance(self.socket, ssl.SSLSocket):
            self.socket.do_handshake()
        self.is_open = True

    def _read(self):
        while not self.answered:
            got = self.socket.recv(AT_ONCE)
            if not got:
                raise BrokenError("broken off" if self.head else "closed")
            self._take(got)
        return True

    def _take(self, got):
        if self.missing is None:
            self.head += got
            end = self.head.find(b"\r\n\r\n")
            if end < 0:
                return
            got, self.head = self.head[end + 4 :], self.head[: end + 2]
            self.missing = self._length()
        if got:
            self.parts.append(got)
        if self.missing >= 0:
            self.missing -= len(got)
            self.answered = self.missing <= 0
        else:
            self.answered = b"".join(self.parts[-2:]).endswith(LAST_CHUNK)

    def _length(self):
        """-1: until the last chunk."""
        if self.head[9:12] in NO_BODY:
            return 0
        found = LENGTH.search(self.head)
        if found:
            return int(found[1])
        if CHUNKED.search(self.head):
            return -1
        raise BrokenError("of no length")

    @property
    def status(self):
        return int(self.head[9:12])

    @property
    def closes(self):
        return CLOSES.search(self.head) is not None

    @property
    def body(self):
        """As it was sent, out of its chunks."""
        whole = b"".join(self.parts)
        return whole if CHUNKED.search(self.head) is None else b"".join(chunks(whole))

    def close(self):
        self.socket.close()


def chunks(whole):
    at = 0
    while at < len(whole):
        end = whole.index(b"\r\n", at)
        size = int(whole[at:end].partition(b";")[0], 16)
        yield whole[end + 2 : end + 2 + size]
        at = end + 2 + size + 2
