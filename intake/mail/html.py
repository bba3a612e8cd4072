"""
The text of a mail that is written in HTML, its paragraphs kept: nothing of it is ever shown as HTML. The library's own
parser takes minutes over a few thousand comments that are never closed; this one looks at every character once.
"""

import re
from html import unescape

BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption"),
    *("figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "li", "main"),
    *("nav", "ol", "p", "pre", "section", "table", "tbody", "tfoot", "thead", "tr", "ul"),
}
# What is between these and their end is no text of the mail.
UNSAID = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in ("script", "style", "title")}
NAME = re.compile(r"/?[a-z][a-z0-9]*")
SPACE = re.compile(r"[ \t\n\r\f]+")
# A line of the source that ends between two of these is one that a mail program wrapped: Chinese has no space there.
HAN = "[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
SOLID = re.compile(rf"(?<={HAN})[ \t\r]*\n[ \t\r\n]*(?={HAN})")
BLANK_LINES = re.compile(r"\n{3,}")


def text_of_html(html):
    written, is_kept = Lines(), False
    for text, tag in pieces(html):
        written.say(unescape(text), is_kept)
        is_kept = tag == "pre" if tag in ("pre", "/pre") else is_kept
        written.obey(tag)
    return written.text


def pieces(html):
    """(text, the tag behind it), in order; tags as br, /p."""
    place = 0
    while (start := html.find("<", place)) >= 0:
        tag, end = tag_at(html, start)
        if end < 0:
            break
        yield html[place:start] + ("" if tag is not None else "<"), tag
        place = end
    yield html[place:] if start < 0 or not is_silent(html, start) else html[place:start], None


def tag_at(html, start):
    """The tag that begins there, and where what follows it begins; -1 where it never ends."""
    if html.startswith("<!--", start):
        return "", behind(html, "-->", start + 4)
    found = NAME.match(html[start + 1 : start + 20].lower())
    if not found and html[start + 1 : start + 2] not in ("!", "?", "/"):
        return None, start + 1
    tag, end = found[0] if found else "", behind(html, ">", start)
    if tag in UNSAID and end >= 0:
        closing = UNSAID[tag].search(html, end)
        return "", closing.start() if closing else -1
    return tag, end


def behind(html, sign, start):
    found = html.find(sign, start)
    return found + len(sign) if found >= 0 else -1


def is_silent(html, start):
    """What a browser leaves out to the end of the mail: a comment, a script, that is never closed."""
    return html.startswith("<!--", start) or html[start + 1 : start + 7].lower().startswith(("script", "style"))


class Lines:
    def __init__(self):
        self.written = []

    def say(self, text, is_kept):
        if text:
            self.written.append(text if is_kept else SPACE.sub(" ", SOLID.sub("", text)))

    def obey(self, tag):
        is_block = (tag or "").lstrip("/") in BLOCKS
        if is_block and self.written and not self.written[-1].endswith("\n"):
            self.written.append("\n")
        if tag in ("br", "/p"):
            self.written.append("\n")
        if tag in ("td", "th"):
            self.written.append("\t")

    @property
    def text(self):
        """A paragraph is followed by an empty line, as in plain mail."""
        lines = [line.strip(" \t") for line in "".join(self.written).split("\n")]
        return BLANK_LINES.sub("\n\n", "\n".join(lines)).strip("\n")
