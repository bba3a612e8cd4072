"""
What was handed in by the form, written as the mail that it would have been: one kind of original, kept and taken apart
by the same hands (intake.mail). Written in pieces into a file: photos of 60 MB are never whole in memory.
"""

import base64
from email.header import Header
from email.utils import encode_rfc2231, format_datetime
from secrets import token_hex

from intake.mail.files import CAPTION
from media.imaging.filenames import cleaned

TOP = "MIME-Version: 1.0\r\nSubject: {subject}\r\nFrom: {sender}\r\nDate: {date}\r\n"
TOP += 'Content-Type: multipart/mixed; boundary="{boundary}"\r\n\r\n'
TEXT = '--{boundary}\r\nContent-Type: text/plain; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
PART = "--{boundary}\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n"
PART += "Content-Disposition: attachment; filename*={name}\r\n{caption}\r\n"


def write_mail(out, *, subject, sender, text, files, at):
    """out: a binary file. files: (name, open binary file, caption)."""
    boundary = f"=_{token_hex(16)}"
    top = {"subject": encoded(subject), "sender": encoded(sender), "date": format_datetime(at)}
    put(out, TOP.format(boundary=boundary, **top))
    put(out, TEXT.format(boundary=boundary))
    out.write(base64.encodebytes(text.encode()))
    for name, file, caption in files:
        said = f"{CAPTION}: {encoded(caption)}\r\n" if caption else ""
        name = encode_rfc2231(cleaned(name) or "file", "utf-8")
        put(out, PART.format(boundary=boundary, name=name, caption=said))
        base64.encode(file, out)
    put(out, f"--{boundary}--\r\n")


def encoded(words):
    return Header(" ".join(words.split()), "utf-8", maxlinelen=76).encode(linesep="\r\n")


def put(out, words):
    out.write(words.encode("ascii"))
