"""schema.org's own release: whether types, properties and what they hold are such as it knows."""

import json

from lxml import html

from tests.articles.machines.vocabulary import FILE, faults
from tests.audit.kinds import HTML
from tests.audit.verdict import Verdict, left_out
from tests.standards import missing

NAME = "schema.org"
SORTS = (HTML,)


def judge(pages, site, options):
    absent = None if FILE.exists() else left_out(missing(FILE))
    for page in pages:
        yield page, absent or weighed(site.fetch(page).text, page.tells)


def weighed(text, wanted):
    """How many records of schema.org the page holds, and what is wrong with them."""
    try:
        records = [json.loads(block) for block in blocks(text)]
    except ValueError as error:
        return Verdict("broken", (f"no JSON: {error}",))
    ours = [record for record in records if "schema.org" in str(record.get("@context"))]
    wrong = [fault for record in ours for fault in faults(record)]
    kinds = {record.get("@type") for record in ours}
    wrong += [f"no {name} in the page" for name in wanted if name not in kinds]
    return Verdict(f"{len(wrong)} of {len(ours)}" if wrong else str(len(ours)), tuple(wrong))


def blocks(text):
    document = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    return [script.text or "" for script in document.iter("script") if script.get("type") == "application/ld+json"]
