"""Mails as correspondents send them."""

import base64
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid

from django.utils import timezone

from tests.intake.documents.samples import photo, word

HEADLINE = "下了班上夜校"
TEXT = "本报讯 记者林岚报道 在江畔区的车间里，工人们度过了一个难忘的夜晚。大家都说收获很大。"
MORE = "夜校开设了电工、焊工、烘焙、书法四门课程，每周二、周四晚上开课，由区总工会请来的师傅授课，学员不用交学费。"
STORY = f"{HEADLINE}\n{TEXT}\n{MORE}\n"
GREETING = "编辑老师：您好！稿件和照片见附件，请查收。"


def mail(*, subject="投稿", text="", html="", files=(), sender="林岚 <lin@union.example>", **headers):
    """files: (name, content) or (name, content, content type)."""
    message = EmailMessage()
    named = {"From": sender, "Subject": subject, "Date": format_datetime(timezone.now()), "Message-ID": make_msgid()}
    for name, value in {**named, **{name.replace("_", "-"): value for name, value in headers.items()}}.items():
        if value:
            message[name] = value
    if text or not html:
        message.set_content(text)
    if html:
        (message.add_alternative if text else message.set_content)(html, subtype="html")
    for name, content, *kind in files:
        main, sub = (kind[0] if kind else "application/octet-stream").split("/")
        message.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return message


def written(headers, body, *, charset=""):
    """A mail in bytes, as no library would write it."""
    kind = f"Content-Type: text/plain{f'; charset={charset}' if charset else ''}".encode()
    return b"\r\n".join([*headers, kind, b"", body])


def encoded_word(text, charset="gb2312", codec="gb18030"):
    return f"=?{charset}?B?{base64.b64encode(text.encode(codec)).decode()}?=".encode()


def document(*paragraphs):
    return word(*(paragraphs or (HEADLINE, TEXT, MORE)))


def with_photos(*names, **said):
    sizes = [(900 + 10 * number, 600) for number in range(len(names))]
    photos = [(name, photo(size=size), "image/jpeg") for name, size in zip(names, sizes, strict=True)]
    return mail(text=GREETING, files=[("稿件.docx", document()), *photos], **said)
