"""Bytes without a reliable word about their encoding become text, and say so where it is a guess."""

import re
from typing import NamedTuple

UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
ENDS_EARLY = {"unexpected end of data", "incomplete multibyte sequence"}
SAMPLE = 5_000
MOSTLY = 0.7

CUT, CHARSET, LONG = "cut", "charset", "long"


class Words(NamedTuple):
    text: str
    doubt: str = ""  # cut: ends too early; charset: perhaps other characters; long: we kept its beginning only


def encoding_of(values):
    """
    One for a whole block; "" where none fits it all, since two programs wrote it. UTF-8 is asked first: its bytes may
    pass as GB18030, and hardly ever the other way.
    """
    if all(fits(value, "utf-8") for value in values):
        return "utf-8"
    if all(fits(value, "gb18030") for value in values) and is_chinese(decode(b"".join(values)[:SAMPLE], "gb18030")):
        return "gb18030"
    return "" if len(values) > 1 else "latin-1"


def fits(value, encoding):
    try:
        value.decode(encoding)
    except UnicodeDecodeError as error:
        return ends_early(error)
    return True


def ends_early(error):
    """Cut in the middle of its last character, by a writer who counts bytes."""
    return error.reason in ENDS_EARLY


def is_chinese(text):
    """M黮ler is a Müller whose bytes pass as GBK: nearly all that a newspaper writes stands in GB 2312."""
    foreign = "".join(character for character in text if character > "\x7f")
    return len(foreign.encode("gb2312", "ignore")) >= 2 * MOSTLY * len(foreign)


def decode(value, encoding):
    return value.decode(encoding, "ignore")


def words(value, encoding, *, limit=None, longest, is_guess=False):
    """The text of a dataset or tag; limit: the bytes that its place may hold."""
    if not encoding:
        encoding, is_guess = encoding_of([value]), True
    text = cleaned(decode(value, encoding), longest)
    if text.doubt or not text.text:
        return text
    if (is_guess and not value.isascii()) or encoding == "latin-1":
        return text._replace(doubt=CHARSET)
    return text._replace(doubt=CUT) if is_cut(value, encoding, limit) else text


def is_cut(value, encoding, limit):
    """In mid-character, or where not one more character like the last would have found room."""
    try:
        value.decode(encoding)
    except UnicodeDecodeError:
        return True
    last = len(decode(value, encoding)[-1:].encode(encoding))
    return limit is not None and limit - last < len(value) <= limit


def cleaned(text, longest):
    """Without controls, halves of characters and marks that turn text around, none of which a database may meet."""
    straight = unmangled(text)
    tidy = UNSEEN.sub("", straight.replace("\r\n", "\n").replace("\r", "\n")).replace("\t", " ").strip()
    if straight != text or is_lost(tidy):
        return Words(tidy[:longest], CHARSET)
    return Words(tidy[:longest], LONG if len(tidy) > longest else "")


def unmangled(text):
    """UTF-8 that somebody once took for Latin: å­™ä¸ƒ is 孙七."""
    for encoding in () if text.isascii() else ("latin-1", "cp1252"):
        try:
            return text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return text


def is_lost(text):
    """A writer without Chinese leaves question marks."""
    return "\ufffd" in text or (len(text) > 1 and 2 * text.count("?") > len(text))
