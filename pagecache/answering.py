"""How a kept page goes out: compressed or not, whole or as 304, with or without its body."""

import gzip
from email.utils import parsedate_to_datetime
from functools import lru_cache
from http.client import responses

from pagecache.surrogates import KEYS, control

# What a 304 says again (RFC 9110, 15.4.5); the rest the browser has.
# The keys and times of caches in front too: from a 304 they learn how long the page that they have is good from now on.
SAID_AGAIN = {"cache-control", "content-location", "date", "expires", "vary", KEYS.lower()}


def answer(page, environ):
    """Status, headers and body for this request."""
    is_compressed = takes_gzip(environ.get("HTTP_ACCEPT_ENCODING", ""))
    etag = f'"{page.etag}-gzip"' if is_compressed else f'"{page.etag}"'
    if page.status == 200 and is_known(page, etag, environ):
        again = [pair for pair in page.headers if pair[0].lower() in SAID_AGAIN]
        return 304, [*again, *of_every(etag), *control(page)], b""
    body = page.body if is_compressed else None
    length = len(page.body) if is_compressed else page.size
    headers = [*page.headers, *of_every(etag), *control(page), ("Content-Length", str(length))]
    if is_compressed:
        headers.append(("Content-Encoding", "gzip"))
    if environ["REQUEST_METHOD"] == "HEAD":
        return page.status, headers, b""
    return page.status, headers, gzip.decompress(page.body) if body is None else body


def of_every(etag):
    return ("ETag", etag), ("Vary", "Accept-Encoding")


def send(page, environ, start_response):
    status, headers, body = answer(page, environ)
    start_response(f"{status} {responses[status]}", [tuple(pair) for pair in headers])
    return [body]


def is_known(page, etag, environ):
    """Whether the browser has just this. A tag that names it decides alone; a date is asked where there is no tag."""
    known = environ.get("HTTP_IF_NONE_MATCH")
    if known:
        return known.strip() == "*" or etag in (tag.strip().removeprefix("W/") for tag in known.split(","))
    try:
        changed, since = dict(page.headers)["Last-Modified"], environ["HTTP_IF_MODIFIED_SINCE"]
        return parsedate_to_datetime(changed) <= parsedate_to_datetime(since)
    except (KeyError, ValueError, TypeError):
        return False


@lru_cache(256)
def takes_gzip(accepted):
    """By RFC 9110, 12.5.3: named, or meant by *, and not refused with a weight of nothing."""
    weights: dict[str, float] = dict(weight_of(part) for part in accepted.lower().split(","))
    return weights.get("gzip", weights.get("*", 0.0)) > 0


def weight_of(part):
    coding, _sign, parameter = part.partition(";")
    name, _sign, value = parameter.partition("=")
    try:
        return coding.strip(), float(value) if name.strip() == "q" else 1.0
    except ValueError:
        return coding.strip(), 0.0
