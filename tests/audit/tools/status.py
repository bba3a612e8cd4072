"""Whether the page answers as its kind does: nothing else is worth asking otherwise."""

from tests.audit.kinds import ATOM, DESK, HTML, NINJS, SITEMAP
from tests.audit.verdict import Verdict

NAME = "status"
TYPES = {
    HTML: "text/html",
    DESK: "text/html",
    ATOM: "application/atom+xml",
    SITEMAP: "application/xml",
    NINJS: "application/json",
}
SORTS = tuple(TYPES)


def judge(pages, site, options):
    for page in pages:
        yield page, weighed(page, site.fetch(page))


def weighed(page, answer):
    faults = [] if answer.status == page.status else [f"{page.path} answers {answer.status}, not {page.status}"]
    if not answer.type.startswith(TYPES[page.sort]):
        faults.append(f"{page.path} is {answer.type}, not {TYPES[page.sort]}")
    return Verdict(str(answer.status), tuple(faults))
