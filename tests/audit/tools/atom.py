"""The feeds by the schema of RFC 4287."""

from lxml import etree

from tests.audit.kinds import ATOM
from tests.audit.verdict import counted, left_out
from tests.standards import STANDARDS, missing

NAME = "Atom"
SORTS = (ATOM,)
SCHEMA = STANDARDS / "feeds/atom-rfc4287.rng"


def judge(pages, site, options):
    absent = None if SCHEMA.exists() else left_out(missing(SCHEMA))
    for page in pages:
        yield page, absent or counted(faults(site.fetch(page).body))


def faults(body):
    try:
        feed = etree.fromstring(body)
    except etree.XMLSyntaxError as error:
        return [str(error)]
    schema = etree.RelaxNG(etree.parse(str(SCHEMA)))
    schema.validate(feed)
    return [f"line {error.line}: {error.message}" for error in schema.error_log]
