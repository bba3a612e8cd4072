"""Mail servers that no Dovecot would play: what they say is in the hands of the test."""

import socket
import threading
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from unittest import mock

from imapclient.exceptions import IMAPClientError

from intake.mail import fetching

PARTING = b"\n\n"


class Server:
    """As IMAPClient gives it. mails: by number; withheld: the numbers that it says NO to."""

    def __init__(self, *mails, withheld=()):
        self.mails = dict(enumerate((bytes(mail) for mail in mails), start=1))
        self.withheld, self.lacking, self.date = set(withheld), set(), datetime.now(UTC)
        self.searched = []

    def search(self, words):
        self.searched.append(words)
        first = int(words[1].partition(":")[0]) if words[0] == "UID" else 1
        return [number for number in self.mails if number >= first]

    def fetch(self, numbers, parts):
        return {number: self.said(number, parts) for number in numbers if number in self.mails}

    def said(self, number, parts):
        data = self.mails[number]
        if parts == [fetching.BODY]:
            if number in self.withheld:
                raise IMAPClientError("FETCH failed: LIMIT rate exceeded")
            return {b"BODY[]": data}
        head = data.partition(PARTING)[0] + PARTING
        said = {b"BODY[HEADER]<0>": head, b"RFC822.SIZE": len(data), b"INTERNALDATE": self.date}
        return {name: value for name, value in said.items() if (number, name) not in self.lacking}

    @contextmanager
    def opened(self, validity=7):
        @contextmanager
        def stand_in():
            yield self, {b"UIDVALIDITY": validity, b"UIDNEXT": max(self.mails, default=0) + 1}

        with mock.patch.object(fetching, "opened", stand_in):
            yield


@contextmanager
def talking(script):
    """The port of a server that says to whoever comes first what the script (of a socket) says."""
    with socket.create_server(("127.0.0.1", 0)) as door:

        def talk():
            peer, _address = door.accept()
            with peer, suppress(OSError):
                script(peer)

        thread = threading.Thread(target=talk, daemon=True)
        thread.start()
        yield door.getsockname()[1]
        thread.join(20)
