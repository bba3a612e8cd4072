"""Atom 1.0 (RFC 4287), on Django's generator: several authors, the text beside its summary, ids that stay."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.utils.feedgenerator import Atom1Feed, rfc3339_date

# What XML 1.0 has no way of writing.
UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Entry:
    id: str
    title: str
    address: str  # absolute
    published: datetime
    updated: datetime
    summary: str
    picture: str = ""  # absolute, of a JPEG
    html: str = ""  # the whole text, where the paper gives it away
    authors: list = field(default_factory=list)
    categories: list = field(default_factory=list)


class NewspaperFeed(Atom1Feed):
    def __init__(self, *, title, author_name, site, updated, **known):
        names = {"title": written(title), "author_name": written(author_name)}
        super().__init__(description="", language="zh-CN", **names, **known)
        self.site, self.updated = site, updated

    def root_attributes(self):
        """Links inside a text may begin with a slash: they lead to where the text stands."""
        return {**super().root_attributes(), "xml:base": self.site}

    def latest_post_date(self):
        """Said and not counted: Django's own is the present moment for a feed without entries."""
        return self.updated

    def write_items(self, handler):
        for item in self.items:
            handler.startElement("entry", {})
            self.write_entry(handler, item["entry"])
            handler.endElement("entry")

    def write_entry(self, handler, entry):
        handler.addQuickElement("id", entry.id)
        handler.addQuickElement("title", written(entry.title))
        handler.addQuickElement("link", "", {"rel": "alternate", "type": "text/html", "href": entry.address})
        if entry.picture:
            handler.addQuickElement("link", "", {"rel": "enclosure", "type": "image/jpeg", "href": entry.picture})
        handler.addQuickElement("published", rfc3339_date(entry.published.astimezone(UTC)))
        handler.addQuickElement("updated", rfc3339_date(entry.updated.astimezone(UTC)))
        for name in entry.authors:
            handler.startElement("author", {})
            handler.addQuickElement("name", written(name))
            handler.endElement("author")
        for term in entry.categories:
            handler.addQuickElement("category", "", {"term": written(term)})
        handler.addQuickElement("summary", written(entry.summary), {"type": "text"})
        if entry.html:
            handler.addQuickElement("content", written(entry.html), {"type": "html"})


def written(text):
    return UNWRITABLE.sub("", text)


def printed_feed(entries, **known):
    feed = NewspaperFeed(**known)
    for entry in entries:
        feed.add_item(title=entry.title, link=entry.address, description="", entry=entry)
    return feed.writeString("utf-8").encode()
