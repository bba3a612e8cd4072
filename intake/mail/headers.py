"""
What stands above a mail, read from its bytes as they came. The library's own reading of headers (email.policy.default)
loses every character that a charset called gb2312 lacks, and stumbles over headers that break the rules; so the mail
is parsed without it and the words are decoded here.
"""

import re
from binascii import Error, a2b_base64, a2b_qp
from datetime import UTC
from email.policy import Compat32
from email.utils import parseaddr, parsedate_to_datetime
from hashlib import sha256

from intake.mail.charsets import text_of
from media.imaging.filenames import is_visible

ENCODED = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")
ADDRESS = re.compile(r"[^\s<>,;:\"'()\[\]]{1,64}@[^\s<>,;:\"'()\[\]@]{1,255}")
IN_BRACKETS = re.compile(r"<\s*([^<>\s]{1,320})\s*>")
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
LONGEST = 20_000  # characters of one header that are looked at
YEARS = range(1980, 2100)
OF_IDENTITY = ("Message-ID", "From", "Date", "Subject")


class AsWritten(Compat32):
    """Headers as they stand in the mail, bytes that are no ASCII as halves of characters."""

    def header_fetch_parse(self, name, value):
        return value[:LONGEST]


AS_WRITTEN = AsWritten()


def words(written):
    """A header in words, on one line."""
    pieces = []
    for charset, content in merged(encoded_words(plain(written or ""))):
        pieces.append(text_of(content, charset) if isinstance(content, bytes) else content)
    return " ".join("".join(sign if is_visible(sign) else " " for sign in "".join(pieces)).split())


def plain(written):
    """Unlabelled bytes, of which RFC 5322 knows nothing, as the text that they are."""
    try:
        data = written.encode("ascii", errors="surrogateescape")
    except UnicodeEncodeError:
        return written
    return written if data.isascii() else text_of(data)


def encoded_words(text):
    """(charset, bytes) for each =?gb2312?B?…?=, ("", text) for what stands between; white space between two is none."""
    end, after_word = 0, False
    for found in ENCODED.finditer(text):
        between = text[end : found.start()]
        if between.strip() or not after_word:
            yield "", between
        yield found[1].partition("*")[0].lower(), bytes_of(found[2], found[3])
        end, after_word = found.end(), True
    yield "", text[end:]


def bytes_of(encoding, content):
    data = content.encode("utf-8", errors="surrogateescape")
    if encoding in "qQ":
        return a2b_qp(data, header=True)
    try:
        return a2b_base64(data + b"===")
    except Error:
        return data


def merged(pieces):
    """Some programs part a word between the two bytes of a character: neighbours of one charset are one word."""
    held = None
    for charset, content in pieces:
        if held and isinstance(content, bytes) and held[0] == charset:
            held = (charset, held[1] + content)
            continue
        if held:
            yield held
        held = (charset, content) if isinstance(content, bytes) else None
        if held is None:
            yield charset, content
    if held:
        yield held


def sender(message):
    """(name, address); of a line that breaks the rules whatever looks like them. What stands last in <…> is the
    address, since that is where the mail server looks: before it anybody can write anything."""
    written = plain(message.get("From") or message.get("Sender") or "")
    if in_brackets := IN_BRACKETS.findall(written):
        name, address = written[: written.rindex("<")], in_brackets[-1]
    else:
        name, address = parsed(written)
    if not ADDRESS.fullmatch(address):
        found = ADDRESS.search(words(written))
        name, address = words(written), found[0] if found else ""
    return words(name).strip("\"' "), words(address)


def parsed(written):
    try:
        return parseaddr(written)
    except (RecursionError, ValueError, IndexError):  # brackets in brackets in brackets
        return "", ""


def has_one_sender(message):
    """Whether it can be told who sent it: one line From, and in it one address and nothing else that looks like one.
    Words in quotation marks are a name, whatever they look like."""
    lines = [plain(line) for line in message.get_all("From", [])]
    said = {address.lower() for line in lines for address in ADDRESS.findall(QUOTED.sub(" ", line))}
    return len(lines) == 1 and said == {sender(message)[1].lower()}


def sent_at(message):
    try:
        sent = parsedate_to_datetime(message.get("Date", ""))
        sent = sent if sent.tzinfo else sent.replace(tzinfo=UTC)
        return sent if sent.astimezone(UTC).year in YEARS else None
    except (TypeError, ValueError, OverflowError):
        return None


def parameter(part, name, header):
    """Of a Content-Type or Content-Disposition: RFC 2231, encoded words where none may stand, or unlabelled bytes."""
    try:
        found = part.get_param(name, header=header)
        if isinstance(found, tuple):
            charset, _language, text = found
            found = text_of(text.encode("latin-1", errors="surrogateescape"), charset or "")
    except (ValueError, IndexError, TypeError):
        return ""
    return words(found)


def key_of(message, data):
    """The same for the same mail, however often it comes and whatever its number in the mailbox is. A mail that has no
    Message-ID is known by its bytes; some programs give several mails one, so that date and subject count too."""
    if not (message.get("Message-ID") or "").strip():
        return sha256(data).hexdigest()
    said = "\0".join(" ".join((message.get(name) or "").split()) for name in OF_IDENTITY)
    return sha256(said.encode("utf-8", errors="surrogateescape")).hexdigest()


def is_automatic(message):
    """Answers of machines, mail that came back, and what the mail server takes for rubbish."""

    def says(name):
        return (message.get(name) or "").strip().lower()

    return (
        says("Auto-Submitted").startswith(("auto-replied", "auto-notified"))
        or says("X-Autoreply") != ""
        or says("Precedence") in ("auto_reply", "junk")
        or says("X-Spam-Flag") == "yes"
        or message.get_content_type() == "multipart/report"
    )
