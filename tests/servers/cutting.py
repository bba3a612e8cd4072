"""
A line between the newsroom and a server that speaks HTTP, on which what happens to lines may be brought about: it is
cut after so many bytes, an answer is lost, nothing comes any more, all takes longer, nobody is there.
"""

import contextlib
import re
import select
import socket
import struct
import threading
import time
from dataclasses import dataclass, field
from math import inf

PIECE = 65536
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


@dataclass
class Fault:
    """What happens to requests whose first line has that word in it, `times` times."""

    on: str  # "PUT", "partNumber=2", "original.jpg"
    # So many bytes of the body still reach the server; a negative number: all but so many. 0: nor does its head.
    sent: float = inf
    answered: float = inf  # and so many bytes of the answer come back
    is_silent: bool = False  # instead of being cut the line goes on, and nothing moves on it
    delay: float = 0  # seconds before anything of the request goes on
    times: float = inf
    met: list[str] = field(default_factory=list)  # first lines of the requests that met it

    def left(self, length):
        return max(0, length + self.sent) if self.sent < 0 else self.sent


class Line:
    """Its `port` leads to the server's; `faults` may be changed at any time. Begun and ended by `with`."""

    def __init__(self, host, port):
        self.server, self.faults, self.requests = (host, port), [], []
        self.door = self.opened_door(0)
        self.port = self.door.getsockname()[1]
        self.connections, self.is_over = set(), False

    def opened_door(self, port):
        door = socket.socket()
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind(("127.0.0.1", port))
        door.listen(64)
        return door

    def __enter__(self):
        threading.Thread(target=self.take_calls, args=(self.door,), daemon=True).start()
        return self

    def __exit__(self, *_error):
        self.go_away()

    def go_away(self):
        """Whoever calls is refused, and who speaks is cut off."""
        with contextlib.suppress(OSError):
            self.door.shutdown(socket.SHUT_RDWR)  # wakes whoever waits for calls
        self.door.close()
        for call in list(self.connections):
            call.cut()

    def come_back(self):
        self.faults.clear()
        self.door = self.opened_door(self.port)
        self.__enter__()

    def take_calls(self, door):
        while True:
            try:
                client, _address = door.accept()
            except OSError:
                return
            call = Call(self, client)
            self.connections.add(call)
            threading.Thread(target=call.run, daemon=True).start()

    def fault_of(self, first_line):
        """Counted: it is met now."""
        self.requests.append(first_line)
        for fault in self.faults:
            if fault.on in first_line and len(fault.met) < fault.times:
                fault.met.append(first_line)
                return fault
        return Fault(on="")


class Call:
    """One connection: requests one after the other, as clients of S3 send them."""

    def __init__(self, line, client):
        self.line, self.client = line, client
        self.server = None
        self.head, self.body_left, self.fault = b"", 0, Fault(on="")
        self.sendable = self.answerable = inf
        self.is_silent = False

    def run(self):
        try:
            self.server = socket.create_connection(self.line.server)
            while not self.is_silent:
                for ready in select.select([self.client, self.server], [], [])[0]:
                    piece = ready.recv(PIECE)
                    if not piece:
                        return
                    (self.sent if ready is self.client else self.answered)(piece)
        except (OSError, ValueError):  # cut, here or there
            return
        finally:
            self.wait_in_silence()
            self.cut()

    def wait_in_silence(self):
        if self.is_silent:
            with contextlib.suppress(OSError):
                while self.client.recv(PIECE):
                    pass

    def sent(self, piece):
        while piece and not self.is_silent:
            if self.body_left:
                part, piece = piece[: self.body_left], piece[self.body_left :]
                self.body_left -= len(part)
                self.pass_on(part)
            else:
                piece = self.begun(piece)

    def begun(self, piece):
        """The head of a request; what is behind it is left."""
        self.head += piece
        if b"\r\n\r\n" not in self.head:
            return b""
        head, _end, rest = self.head.partition(b"\r\n\r\n")
        self.head = b""
        length = LENGTH.search(head)
        self.body_left = int(length[1]) if length else 0
        self.fault = self.line.fault_of(head.partition(b"\r\n")[0].decode())
        self.sendable, self.answerable = self.fault.left(self.body_left), self.fault.answered
        time.sleep(self.fault.delay)
        self.break_off_where_due(self.sendable)
        self.server.sendall(head + b"\r\n\r\n")
        return rest

    def pass_on(self, part):
        allowed = part[: int(min(self.sendable, len(part)))]
        self.server.sendall(allowed)
        self.sendable -= len(allowed)
        self.break_off_where_due(self.sendable)

    def answered(self, piece):
        if piece.startswith(b"HTTP/1.1 100 "):  # no answer yet: the body may come
            interim, _end, piece = piece.partition(b"\r\n\r\n")
            self.client.sendall(interim + b"\r\n\r\n")
        allowed = piece[: int(min(self.answerable, len(piece)))]
        self.client.sendall(allowed)
        if piece:
            self.answerable -= len(allowed)
            self.break_off_where_due(self.answerable)

    def break_off_where_due(self, left):
        if left > 0:
            return
        if not self.fault.is_silent:
            raise ConnectionError("cut here")
        self.is_silent = True

    def cut(self):
        """With a reset, as when a machine is gone and not as when it says goodbye."""
        self.line.connections.discard(self)
        for end in filter(None, (self.client, self.server)):
            with contextlib.suppress(OSError):
                end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                end.shutdown(socket.SHUT_RDWR)
            end.close()
