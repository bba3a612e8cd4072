"""Sitemaps 0.9 and Google's news in them, as XML: lines of one shape, thousands of them, and so written as text."""

from xml.sax.saxutils import escape

from articles.machines.moments import with_zone
from newsroom.feeds.atom import written

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
LANGUAGE = "zh-cn"  # so Google wants it


def index(addresses, absolute):
    return document("sitemapindex", "sitemap", addresses, absolute)


def addresses_of(addresses, absolute):
    return document("urlset", "url", addresses, absolute)


def news(addresses, absolute, *, name):
    about = f"<news:publication>{tag('news:name', written(name))}{tag('news:language', LANGUAGE)}</news:publication>"
    return document(
        "urlset",
        "url",
        addresses,
        absolute,
        more=f' xmlns:news="{NEWS}"',
        about=lambda address: f"<news:news>{about}{news_of(address.story)}</news:news>",
    )


def document(root, line, addresses, absolute, *, more="", about=lambda address: ""):
    lines = [
        f"<{line}>{tag('loc', absolute(address.path))}{last_change(address)}{about(address)}</{line}>"
        for address in addresses
    ]
    head = f'<?xml version="1.0" encoding="utf-8"?>\n<{root} xmlns="{SITEMAP}"{more}>'
    return "\n".join([head, *lines, f"</{root}>"]).encode()


def last_change(address):
    return tag("lastmod", with_zone(address.changed)) if address.changed else ""


def news_of(story):
    date = tag("news:publication_date", with_zone(story.published_at))
    return date + tag("news:title", written(story.headline))


def tag(name, words):
    return f"<{name}>{escape(words)}</{name}>"
