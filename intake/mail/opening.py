"""
A mail taken apart: who sent it, its text and its files. Pure Python, and run in a process of its own: a mail comes from
anyone, and is as deep and as large as its sender likes.
"""

import re
from dataclasses import dataclass, field
from datetime import datetime
from email.parser import BytesParser

from intake.mail import headers
from intake.mail.charsets import cleared, text_of
from intake.mail.files import MailFile, file_of
from intake.mail.html import text_of_html

LONGEST_TEXT = 300_000
MOST_FILES = 200
# What QQ, 163 and Outlook write where a large file lies on their server and not in the mail.
ELSEWHERE = re.compile(r"超大附件|云附件|中转站文件|网易大附件")


@dataclass(frozen=True)
class Mail:
    """has_one_sender: it can be told who sent it. notes: cut (the text was too long), many (there were too many files),
    elsewhere (large files that lie on another server)."""

    sender_name: str = ""
    sender_address: str = ""
    subject: str = ""
    sent_at: datetime | None = None
    text: str = ""
    files: tuple[MailFile, ...] = ()
    has_one_sender: bool = False
    is_automatic: bool = False
    notes: tuple[str, ...] = ()


@dataclass
class Found:
    texts: list[str] = field(default_factory=list)
    files: list[MailFile] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def take_file(self, part, kind, is_inline):
        if len(self.files) >= MOST_FILES:
            self.left_out.append(kind)
        elif file := file_of(part, kind, len(self.files) + 1, is_inline):
            self.files.append(file)


def open_mail(data):
    message = BytesParser(policy=headers.AS_WRITTEN).parsebytes(data)
    found = Found()
    take(message, found)
    text = "\n\n".join(text for text in found.texts if text.strip())
    notes = {"cut": len(text) > LONGEST_TEXT, "many": found.left_out, "elsewhere": ELSEWHERE.search(text)}
    return Mail(
        **said_by_head(message),
        text=text[:LONGEST_TEXT],
        files=tuple(found.files),
        has_one_sender=headers.has_one_sender(message),
        is_automatic=headers.is_automatic(message),
        notes=tuple(note for note, holds in notes.items() if holds),
    )


def said_by_head(message):
    name, address = headers.sender(message)
    return {
        "sender_name": name,
        "sender_address": address,
        "subject": headers.words(message.get("Subject")),
        "sent_at": headers.sent_at(message),
    }


def take(part, found, is_inline=False):
    """is_inline: the part belongs to an HTML text, as the pictures in it do."""
    kind = part.get_content_type()
    if kind == "multipart/alternative" and part.is_multipart():
        take_alternative(part, found)
    elif part.is_multipart():
        # A mail in a mail too: what somebody passed on counts as if it had been sent.
        for inner in part.get_payload():
            take(inner, found, is_inline or kind == "multipart/related")
    elif is_text(part, kind):
        found.texts.append(text_in(part, kind))
    else:
        found.take_file(part, kind, is_inline)


def take_alternative(part, found):
    """One text in several forms. Plain text is taken where it has words; files may lie in any of them."""
    forms = []
    for inner in part.get_payload():
        form = Found([], found.files, found.left_out)
        take(inner, form)
        forms.append(form)
    said = ["\n\n".join(form.texts) for form in forms]
    found.texts.append(next((text for text in said if text.strip()), ""))


def is_text(part, kind):
    if kind in ("text/plain", "text/html") or part.get_content_maintype() == "multipart":
        return part.get_content_disposition() != "attachment" and not headers.parameter(
            part, "filename", "content-disposition"
        )
    return False


def text_in(part, kind):
    content = part.get_payload(decode=True) or b""
    text = text_of(content, headers.parameter(part, "charset", "content-type"))
    return cleared(text_of_html(text)) if kind == "text/html" else text
