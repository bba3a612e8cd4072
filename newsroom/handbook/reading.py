"""
A chapter's Markdown as HTML. The files read the same on a code host: chapters are linked as `review.md#退回`, pictures
as `pictures/board.webp`, and a heading's anchor is made of its words.
"""

import re
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from PIL import Image

CHAPTER = re.compile(r"(?P<slug>[a-z-]+)\.md(?P<anchor>#.+)?")
# HTML stays off: what a chapter's author writes is words, and nothing in it can reach the page as markup.
MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
MARKDOWN.add_render_rule("softbreak", lambda *_line: "")  # where a line of Chinese ends no blank is read


@dataclass(frozen=True)
class Text:
    title: str
    html: SafeString
    headings: list[tuple[str, str]]  # (anchor, words) of the sections
    chapters: list[str]  # the chapters that are linked, in order, each once


def read(source, pictures) -> Text:
    """Of a file that begins with its title, which the page prints itself; with the folder's pictures by name."""
    tokens = MARKDOWN.parse(source)
    title, body = plain(tokens[1]), tokens[3:]
    headings = dict(named_headings(body))
    inner = [one for token in body for one in token.children or []]
    chapters = {slug: None for one in inner if one.type == "link_open" for slug in lead_to_chapter(one)}
    for one in inner:
        if one.type == "image":
            show(one, pictures)
    html = MARKDOWN.renderer.render(body, MARKDOWN.options, {})
    return Text(title, mark_safe(html), list(headings.items()), list(chapters))  # noqa: S308 - HTML is off


def named_headings(tokens):
    """Gives every heading its anchor; (anchor, words) of those that begin a section."""
    for token, words in pairwise(tokens):
        if token.type == "heading_open":
            token.attrSet("id", anchor(plain(words)))
            if token.tag == "h2":
                yield anchor(plain(words)), plain(words)


def plain(token):
    return "".join(inner.content for inner in token.children or [])


def anchor(words):
    """As code hosts make it: small letters, no punctuation, hyphens for blanks."""
    return re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")


def lead_to_chapter(link):
    """Points the link at the chapter's page; [slug], or [] where it leads elsewhere."""
    found = CHAPTER.fullmatch(str(link.attrGet("href")))
    if not found or found["slug"] == "index":
        return []
    link.attrSet("href", reverse("admin:handbook_chapter", args=[found["slug"]]) + (found["anchor"] or ""))
    return [found["slug"]]


def show(image, pictures):
    name = str(image.attrGet("src")).removeprefix("pictures/")
    if picture := pictures.get(name):
        with Image.open(BytesIO(picture.content)) as opened:
            width, height = opened.size
        image.attrSet("src", f"{reverse('admin:handbook_picture', args=[name])}?{picture.digest}")
        image.attrSet("width", str(width))
        image.attrSet("height", str(height))
