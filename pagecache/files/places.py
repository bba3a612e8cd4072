"""
Where the page of an address lies below the folder of pages. deploy/nginx-files.conf finds it by the same rule: plain
addresses only, without a query, a dot in front or anything percent-encoded but what is beyond ASCII.
"""

import re
from urllib.parse import urlsplit

HOST = re.compile(r"[a-z0-9][a-z0-9.-]*(:[0-9]{1,5})?")
PART = r"[A-Za-z0-9_~\u0080-\U0010ffff-][A-Za-z0-9_.~\u0080-\U0010ffff-]*"
FOLDER = re.compile(rf"/(?:{PART}/)*")
FILE = re.compile(rf"(?:/{PART})+\.(?:xml|json)")
PAGE_OF_A_FOLDER = "index.html"
LONGEST_PART = 250  # bytes: a name has 255 on a disk, and .gz comes behind it
LONGEST = 900


def place_of(address):
    """scheme/host/path of the file; None for an address whose page is no file. The path is as WSGI gives it."""
    try:
        scheme, host, path, query, _fragment = urlsplit(address)
        path = path.encode("latin-1").decode()
    except ValueError:
        return None
    if query or "#" in address or scheme not in ("http", "https") or not HOST.fullmatch(host) or ".." in host:
        return None
    if FOLDER.fullmatch(path):
        path += PAGE_OF_A_FOLDER
    elif not FILE.fullmatch(path):
        return None
    place = f"{scheme}/{host}{path}"
    return place if fits(place) else None


def fits(place):
    parts = [len(part.encode()) for part in place.split("/")]
    return max(parts) <= LONGEST_PART and sum(parts) + len(parts) <= LONGEST
