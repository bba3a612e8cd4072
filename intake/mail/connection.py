"""
A connection to a mail server that may be broken or hostile: whatever it says, it ends after some minutes, and holds no
more in memory than the largest mail.
"""

import imaplib
import socket
from contextlib import suppress
from threading import Timer

from imapclient import IMAPClient, SocketTimeout

TIMEOUT = SocketTimeout(connect=15, read=60)
SECONDS = 300  # the whole connection; a server that says a word each second keeps no timeout of a socket
ROOM = 80 * 2**20  # bytes of one answer: the largest mail that is fetched, and something around it
COST_OF_A_LINE = 200  # bytes in memory, however short it is


class SaysTooMuch(OSError):  # noqa: N818 - said at the desk
    """An answer longer than any mail that is asked for."""


class Connection(imaplib.IMAP4):
    """context: of TLS; None for a connection in the open."""

    def __init__(self, host, port, context=None):
        self.context, self.room = context, ROOM
        super().__init__(host, port, timeout=TIMEOUT.connect)

    def _create_socket(self, timeout):
        peer = socket.create_connection((self.host, self.port), timeout)
        # The second handle stays what it is while TLS wraps the first.
        self.second = peer.dup()
        self.timer = Timer(SECONDS, hang_up, [self.second])
        self.timer.daemon = True
        self.timer.start()
        try:
            return self.context.wrap_socket(peer, server_hostname=self.host) if self.context else peer
        except BaseException:
            self.let_go()
            raise

    def send(self, data):
        self.room = ROOM
        super().send(data)

    def read(self, size):
        """Asked before a byte is read: an announced size is where memory goes."""
        self.take(size)
        return super().read(size)

    def readline(self):
        line = super().readline()
        self.take(len(line) + COST_OF_A_LINE)
        return line

    def take(self, count):
        self.room -= count
        if self.room < 0:
            raise SaysTooMuch("too long an answer")

    def shutdown(self):
        self.let_go()
        super().shutdown()

    def let_go(self):
        self.timer.cancel()
        self.second.close()


class Client(IMAPClient):
    def _create_IMAP4(self):  # noqa: N802 - the library's only door for a connection of one's own
        return Connection(self.host, self.port, self.ssl_context if self.ssl else None)


def hang_up(handle):
    with suppress(OSError):
        handle.shutdown(socket.SHUT_RDWR)
