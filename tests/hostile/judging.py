"""What must stand in none of our pages, whatever anybody typed."""

import re

from lxml import etree, html

from tests.hostile.words import RECKONED

DATA = ("application/ld+json", "application/json", "speculationrules")
ADDRESSES = {
    "href",
    "src",
    "action",
    "formaction",
    "data",
    "poster",
    "{http://www.w3.org/1999/xlink}href",
    "xlink:href",
}
# As browsers read an address: blanks and control characters in front of it, tabs and line ends in it count for nothing.
UNREAD = re.compile(r"[\x00-\x20]")
PROGRAMS = ("javascript:", "vbscript:", "data:text", "data:application", "data:image/svg")
NOT_OURS = {"hx", "math", "iframe", "object", "embed", "base", "style", "svg"}
# Where we have such elements ourselves: the desk's previews, QR codes, drawn pages, icons.
OURS = {"iframe": {"class", "title", "sandbox", "src", "data-story", "hidden", "referrerpolicy"}, "svg": None}


def faults(text, *, with_looks=False):
    """Of a page of HTML, or a part of one: a line each. with_looks: its styles stand in it, and its policy says so."""
    if not text.strip():
        return []
    allowed = {"style"} if with_looks else set()
    found = [fault for element in html.fromstring(text).iter(etree.Element) for fault in faults_of(element, allowed)]
    return found + ([f"a template reckoned {RECKONED}"] if RECKONED in text else [])


def faults_of(element, allowed=frozenset()):
    tag = element.tag if isinstance(element.tag, str) else "?"
    known = OURS.get(tag, ())
    if tag in NOT_OURS and known is not None and not (known and set(element.attrib) <= known):
        yield f"<{tag}>"
    if tag == "script" and not element.get("src") and element.get("type") not in DATA:
        yield f"<script> {(element.text or '')[:60]}"
    for name, value in element.attrib.items():
        if name not in allowed and (name.startswith("on") or name in ("hx", "style", "srcdoc")):
            yield f"<{tag} {name}={value[:60]!r}>"
        if name in ADDRESSES and UNREAD.sub("", value).lower().startswith(PROGRAMS):
            yield f"<{tag} {name}={value[:60]!r}>"


def faults_in_xml(text):
    """Of a feed or a sitemap: it has to be well-formed, and the HTML in it has to be as harmless as a page."""
    tree = etree.fromstring(text, etree.XMLParser(resolve_entities=False, no_network=True))
    for element in tree.iter(etree.Element):
        if etree.QName(element).localname == "hx":
            yield "<hx>"
        if element.get("type") == "html":
            yield from faults(element.text or "")
        for name, value in element.attrib.items():
            if name in ADDRESSES and UNREAD.sub("", value).lower().startswith(PROGRAMS):
                yield f"{element.tag} {name}={value[:60]!r}"


def faults_in_json(record):
    """Words stand in JSON as they are; what is said to be HTML or an address is looked at."""
    if isinstance(record, list):
        for one in record:
            yield from faults_in_json(one)
    elif isinstance(record, dict):
        if record.get("contentType") in ("text/html", "application/xhtml+xml") and "value" in record:
            yield from faults(record["value"])
        for name, value in record.items():
            if name in ("uri", "href", "url", "@id", "html") and isinstance(value, str):
                yield from (fault for fault in [value] if UNREAD.sub("", value).lower().startswith(PROGRAMS))
            yield from faults_in_json(value)
