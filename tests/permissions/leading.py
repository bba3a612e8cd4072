"""Where a browser goes that is led on, and what is typed to have it led elsewhere."""

import re
from urllib.parse import urljoin, urlsplit

HERE, ELSEWHERE = "testserver", "evil.example"
NASTY = [
    *("https://evil.example/", "//evil.example/", "///evil.example", "////evil.example/", "/\\evil.example/"),
    *("\\\\evil.example/", "\\/evil.example", "/\t/evil.example", "/\n/evil.example", "\x00//evil.example"),
    *(
        " //evil.example",
        "\x01https://evil.example",
        "https:evil.example",
        "https:/evil.example",
        "https:///evil.example",
    ),
    *(
        "http:evil.example",
        "http:\\\\evil.example",
        "hTtPs://evil.example",
        "javascript:alert(1)//",
        "JaVaScRiPt:alert(1)",
    ),
    *("java\nscript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "mailto:a@evil.example"),
    *("https://testserver@evil.example/", "https://testserver:x@evil.example", "https://evil.example\\@testserver/"),
    *("//testserver.evil.example", "//evil.example#@testserver", "//evil.example?testserver", "//evil。example"),
    *("//evil%2eexample", "//ⓔvil.example", "／／evil.example", "/／evil.example", "//[::ffff:1.2.3.4]", "//[evil"),
    *("/admin/%0d%0aLocation:%20https://evil.example", "/admin/\r\nLocation: https://evil.example", "//3627734734/"),
    *("?next=//evil.example", "//evil.example/admin/", "https://evil.example:443/", ".evil.example", "@evil.example"),
]
# By what an address may be told where to lead.
NAMES = (
    "next",
    "return",
    "return_to",
    "url",
    "redirect",
    "to",
    "_changelist_filters",
    "_popup",
    "_to_field",
    "language",
)


def host_of(location):
    """As browsers read it: signs that are none are dropped, a backslash is a slash, a scheme may lack its slashes."""
    said = re.sub(r"[\t\r\n]", "", location).strip("".join(map(chr, range(33)))).replace("\\", "/")
    if bare := re.match(r"(https?):/*(.*)", said, re.I):
        said = f"{bare[1]}://{bare[2]}"
    elif re.match(r"[a-z][a-z0-9+.-]*:", said, re.I):
        return said.partition(":")[0]
    elif said.startswith("//"):
        said = f"https://{said.lstrip('/')}"
    try:
        return urlsplit(urljoin(f"http://{HERE}/at/", said)).hostname
    except ValueError:
        return "nowhere"
