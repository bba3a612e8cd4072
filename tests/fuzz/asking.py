"""What is asked: addresses with keys and parameters that are wrong, odd headers and methods, and spoiled forms."""

import re
from functools import cache
from pathlib import Path

from tests.fuzz.door import Asked
from tests.fuzz.forms import encoded
from tests.fuzz.odd_headers import HEADERS
from tests.fuzz.values import hostile, twisted

ROOT = Path(__file__).resolve().parent.parent.parent
HOUSE = [
    "desk",
    "pagecache",
    "search",
    "regions",
    "bylines",
    "media",
    "articles",
    "intake",
    "tally",
    "fees",
    "newsroom",
]
NAMED = re.compile(r"""(?:GET|POST|data|asked|headers|fields)\b[^\n"']{0,25}["']([A-Za-z_][\w-]{0,40})["']""")
ODD_METHODS = ["HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND", "X" * 300, "get"]
METHODS = ["GET"] * 12 + ["POST"] * 4 + ODD_METHODS
EVERYWHERE = {"q", "p", "o", "all", "e", "before", "after", "page", "next", "_popup", "_to_field", "x\x00", "b" * 900}


@cache
def names():
    """What the house's own programs read from addresses and forms."""
    found = set()
    for app in HOUSE:
        for path in sorted((ROOT / app).rglob("*.py")):
            found |= set(NAMED.findall(path.read_text()))
    return sorted(found | EVERYWHERE)


def address(place, random):
    keys = tuple(key if random.random() < 0.5 else wrong_key(random, key) for key in place.keys)
    path = place.path(keys)
    if random.random() < 0.04:
        path = twisted(random, path)
    return path or b"/"


def wrong_key(random, key):
    return twisted(random, key) if random.random() < 0.4 else hostile(random, huge=0.02)


def query(random, known=()):
    pool = list(known) or names()
    pairs = []
    for _pair in range(random.choice([0, 0, 1, 1, 2, 3, 8])):
        name = random.choice(pool if random.random() < 0.7 else names())
        pairs.append((name, hostile(random)))
    if random.random() < 0.1 and pairs:
        pairs *= 2
    text = encoded(pairs)
    return text.replace(b"%", b"") if random.random() < 0.05 else text


def request(place, random, known=()):
    """One request to an address, with anything about it."""
    method = random.choice(METHODS)
    headers = tuple(header(random) for _header in range(random.choice([0, 0, 0, 1, 1, 2])))
    body, kind = b"", ""
    if method in ("POST", "PUT", "PATCH"):
        body, kind = said(random)
    return Asked(method, address(place, random), query(random, known), body, kind, headers)


def header(random):
    name = random.choice(list(HEADERS))
    return name, random.choice(HEADERS[name])


def said(random):
    choice = random.random()
    if choice < 0.5:
        return encoded([(random.choice(names()), hostile(random)) for _field in range(random.randrange(1, 9))]), FORM
    if choice < 0.6:
        return hostile(random), "application/json"
    if choice < 0.7:
        return hostile(random), FORM
    if choice < 0.75:
        return encoded([(f"f{number}", b"1") for number in range(10_001)]), FORM
    if choice < 0.78:
        return b"a=" + b"1" * (8 * 1024 * 1024 + 1), FORM
    return b"--x\r\n" + hostile(random) + b"\r\n\r\n--x--", "multipart/form-data; boundary=x"


FORM = "application/x-www-form-urlencoded"
