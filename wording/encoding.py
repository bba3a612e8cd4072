"""Bytes of a text file to text: UTF-8, UTF-16, GB18030, Big5; or one clear error."""

import codecs
import re

# Control characters that no text holds; a file with these is a program, a picture or damaged.
NO_TEXT = re.compile("[\x00-\x06\x0e-\x1a\ud800-\udfff]")
# The commonest characters of running text, simplified and traditional: a wrong guess at the encoding hardly has them.
EVERYDAY = re.compile(
    "[的一是在不了有和人这中大为上個国地到说们时要就出会可也你对生能而子那得于着下自之年发后作里用道行所然家种事成方多经麼去法學如都同"
    "現当沒动面起看定天分还进好小部其些主样理心她本前开但因只从想实這為國說們時對會來後發經過個業將與關，。、]"
)
LEAST_SHARE = 0.05  # running text has a fifth and more


class UnreadableError(ValueError):
    """The bytes are no text in an encoding that a newspaper uses."""


def decode(data: bytes) -> str:
    return checked(decoded(data))


def checked(text: str) -> str:
    if NO_TEXT.search(text):
        raise UnreadableError("This is no text: it holds control characters or halves of characters.")
    return text


def decoded(data):
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return strictly(data, encoding)
    if b"\0" in data and not len(data) % 2:
        return without_mark(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return likelier(data, "gb18030", "big5")


def strictly(data, encoding):
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(f"The text says that it is {encoding}, and is not.") from error


def without_mark(data):
    """A line's end in UTF-16 holds a zero, which no other encoding of text has; a picture has no everyday words."""
    text = likelier(data, "utf-16-le", "utf-16-be")
    if everyday_share(text) < LEAST_SHARE:
        raise UnreadableError("This is no text in UTF-8, UTF-16, GB18030 or Big5.")
    return text


def likelier(data, *encodings):
    """Bytes of Big5 often decode as GB18030 too, into rare characters; the reading with more everyday ones is right."""
    readings = []
    for encoding in encodings:
        try:
            readings.append(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    if not readings:
        raise UnreadableError("This is no text in UTF-8, UTF-16, GB18030 or Big5.")
    return max(readings, key=everyday_share)


def everyday_share(text):
    return len(EVERYDAY.findall(text)) / (len(text) or 1)
