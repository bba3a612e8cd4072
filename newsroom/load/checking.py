"""Whether an answer is the right one: its status, its length, words near its beginning, and now and then all of it."""

import re
import zlib

BEGINNING = 6000  # characters of a page, of which the packed ones are unpacked no further
WHOLE_OF = 25  # one page in so many is unpacked to its end
GZIPPED = re.compile(rb"\r\ncontent-encoding: *gzip", re.IGNORECASE)
ETAG = re.compile(rb'\r\netag: *((?:W/)?"[^"\r]*")', re.IGNORECASE)
END = b"</html>"


def wrong_with(asked, answer, is_whole):
    """In words, or nothing. answer: the connection that has it. is_whole: the page is looked at to its end."""
    if answer.status not in asked.statuses:
        return f"answered {answer.status}"
    if answer.status != 200:
        return ""
    found = ETAG.search(answer.head)
    if found:
        asked.etag = found[1]
    body = answer.body
    if not asked.words:
        return "" if body else "empty"
    is_packed = GZIPPED.search(answer.head) is not None
    try:
        if asked.words not in beginning(body, is_packed):
            return "another page"
        return "no end" if is_whole and asked.is_html and END not in unpacked(body, is_packed)[-20:] else ""
    except zlib.error:
        return "badly packed"


def beginning(body, is_packed):
    return zlib.decompressobj(31).decompress(body, BEGINNING) if is_packed else body[:BEGINNING]


def unpacked(body, is_packed):
    if not is_packed:
        return body
    unpacker = zlib.decompressobj(31)
    whole = unpacker.decompress(body)
    if not unpacker.eof:
        raise zlib.error
    return whole
