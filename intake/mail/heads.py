"""What the server says of a mail before its body is asked for. Nothing of it is sure to be there, or to make sense."""

from datetime import UTC
from email.parser import BytesHeaderParser
from functools import cached_property

from django.utils import timezone

from intake.mail.headers import AS_WRITTEN, YEARS, key_of

LARGEST = 60 * 2**20
LONGEST_HEAD = 2**18
ASKED = [f"BODY.PEEK[HEADER]<0.{LONGEST_HEAD}>", "RFC822.SIZE", "INTERNALDATE"]


class Head:
    def __init__(self, uid, said):
        self.uid, self.said = uid, said

    @property
    def written(self):
        return self.said.get(b"BODY[HEADER]<0>") or self.said.get(b"BODY[HEADER]") or b""

    @property
    def size(self):
        size = self.said.get(b"RFC822.SIZE")
        return size if isinstance(size, int) and size >= 0 else len(self.written)

    @cached_property
    def received_at(self):
        """The server's word, or else now."""
        said = self.said.get(b"INTERNALDATE")
        try:
            return said if said.astimezone(UTC).year in YEARS else timezone.now()
        except (AttributeError, ValueError, OverflowError):
            return timezone.now()

    @property
    def key(self):
        return self.key_with(self.written)

    def key_with(self, data):
        """data: the mail by whose bytes it is known where it has no Message-ID."""
        return key_of(BytesHeaderParser(policy=AS_WRITTEN).parsebytes(self.written), data)


def heads_of(server, numbers):
    """By number; those that went meanwhile are not among them."""
    return {uid: Head(uid, said) for uid, said in server.fetch(numbers, ASKED).items()}
