"""The sitemaps by the schema of sitemaps.org; Google's news in them by its rules, since its schema is not to be had."""

from lxml import etree

from tests.audit.kinds import SITEMAP
from tests.audit.verdict import counted, left_out
from tests.standards import STANDARDS, missing

NAME = "Sitemap"
SORTS = (SITEMAP,)
SCHEMA = STANDARDS / "feeds/sitemap-0.9.xsd"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
SAID = [f"{NEWS}publication/{NEWS}name", f"{NEWS}publication/{NEWS}language", f"{NEWS}publication_date", f"{NEWS}title"]
MOST_NEWS = 1000


def judge(pages, site, options):
    absent = None if SCHEMA.exists() else left_out(missing(SCHEMA))
    for page in pages:
        yield page, absent or counted(faults(site.fetch(page).body))


def faults(body):
    try:
        root = etree.fromstring(body)
    except etree.XMLSyntaxError as error:
        return [str(error)]
    wrong = faults_of_news(list(root.iter(f"{NEWS}news")))
    if root.tag == f"{MAP}sitemapindex":  # sitemaps.org has another schema for it: the same but for two names
        root = as_urlset(root)
    schema = etree.XMLSchema(etree.parse(str(SCHEMA)))
    schema.validate(root)
    return wrong + [f"line {error.line}: {error.message}" for error in schema.error_log]


def as_urlset(root):
    text = etree.tostring(root, encoding="unicode")
    for theirs, ours in (("sitemapindex", "urlset"), ("<sitemap>", "<url>"), ("</sitemap>", "</url>")):
        text = text.replace(theirs, ours)
    return etree.fromstring(text)


def faults_of_news(found):
    wrong = [f"{len(found)} stories, and Google takes {MOST_NEWS}"] if len(found) > MOST_NEWS else []
    for news in found:
        wrong += [f"line {news.sourceline}: no {path}" for path in SAID if not news.findtext(path)]
        news.getparent().remove(news)
    return wrong
