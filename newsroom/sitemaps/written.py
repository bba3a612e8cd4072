"""Sitemaps 0.9 and Google's news in them, as XML."""

from io import StringIO
from xml.sax.xmlreader import AttributesImpl

from django.utils.xmlutils import SimplerXMLGenerator

from articles.machines.moments import with_zone
from newsroom.feeds.atom import written

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
NONE = AttributesImpl({})
LANGUAGE = "zh-cn"  # so Google wants it


def index(addresses, absolute):
    return document("sitemapindex", "sitemap", addresses, absolute)


def addresses_of(addresses, absolute):
    return document("urlset", "url", addresses, absolute)


def news(addresses, absolute, *, name):
    def about(xml, address):
        with_tag(xml, "news:news", lambda: news_of(xml, address.story, name))

    return document("urlset", "url", addresses, absolute, more={"xmlns:news": NEWS}, about=about)


def document(root, line, addresses, absolute, *, more=None, about=None):
    text = StringIO()
    xml = SimplerXMLGenerator(text, "utf-8")
    xml.startDocument()
    xml.startElement(root, AttributesImpl({"xmlns": SITEMAP, **(more or {})}))
    for address in addresses:
        xml.startElement(line, NONE)
        xml.addQuickElement("loc", absolute(address.path))
        if address.changed:
            xml.addQuickElement("lastmod", with_zone(address.changed))
        if about:
            about(xml, address)
        xml.endElement(line)
    xml.endElement(root)
    return text.getvalue().encode()


def news_of(xml, story, name):
    def publication():
        xml.addQuickElement("news:name", written(name))
        xml.addQuickElement("news:language", LANGUAGE)

    with_tag(xml, "news:publication", publication)
    xml.addQuickElement("news:publication_date", with_zone(story.published_at))
    xml.addQuickElement("news:title", written(story.headline))


def with_tag(xml, name, inside):
    xml.startElement(name, NONE)
    inside()
    xml.endElement(name)
