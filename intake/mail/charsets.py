"""Bytes out of a mail to text, whatever the mail says of them: many a program writes GB18030 and calls it gb2312,
iso-8859-1 or nothing."""

import re

from wording.encoding import UnreadableError, decode, everyday_share

# A set of characters with those that it was made larger by: what is called the one is often the other.
LARGER = {
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "csgb2312": "gb18030",
    "euc-cn": "gb18030",
    "x-gbk": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "ms936": "gb18030",
    "windows-936": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "cp950": "cp950",
    "hz-gb-2312": "hz",
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "utf-16": "utf-16",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
    "iso-2022-jp": "iso-2022-jp",
    "shift_jis": "cp932",
    "euc-jp": "euc-jp",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "iso-2022-kr": "iso-2022-kr",
    "koi8-r": "koi8-r",
}
WESTERN = re.compile(r"(?:iso-8859-\d{1,2}|windows-125\d)")
NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")


def text_of(data, charset=""):
    """Always text: the likeliest reading, without the characters that no text holds."""
    readings = [*said(data, charset.strip().strip("'\"").lower()), *guessed(data)]
    readings = readings or [data.decode("utf-8", errors="replace"), data.decode("gb18030", errors="replace")]
    return cleared(max(readings, key=likelihood))


def said(data, charset):
    """A name that says nothing of Chinese is right only where the bytes say no more."""
    if WESTERN.fullmatch(charset):
        codec = charset if data.isascii() or not any(guessed(data)) else ""
    else:
        codec = LARGER.get(charset, "")
    try:
        return [data.decode(codec)] if codec else []
    except UnicodeDecodeError:
        return [data.decode(codec, errors="replace")]


def guessed(data):
    try:
        return [decode(data)]
    except UnreadableError:
        return []


def likelihood(text):
    """Of equals the first, which is what the mail says."""
    return everyday_share(text) - text.count("\ufffd") / (len(text) or 1)


def cleared(text):
    """Forms feed to lines; no database takes a NUL, and half a character is none."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\x0c", "\n")
    return NO_TEXT.sub("", lines)
