"""
What the web server in front sends with a file, read from its configuration: only a page with which the newsroom would
send the same is written as a file.
"""

import re
from functools import cache

from django.conf import settings

HEADER = re.compile(r'^add_header (?P<name>[\w-]+) "(?P<value>[^"]*)";$', re.MULTILINE)
KIND = re.compile(r'^ +"?(?P<kind>[^"\n]+?)"? (?P<ending>\w+);$', re.MULTILINE)
# The server in front makes these itself: of the connection, or of the file.
ITS_OWN = {"content-type", "vary", "strict-transport-security"}


@cache
def headers_sent():
    found = HEADER.finditer(configuration("nginx-headers.conf"))
    return {match["name"].lower(): match["value"] for match in found if match["value"]} | {"vary": ""}


@cache
def kinds_sent():
    return {match["ending"]: match["kind"] for match in KIND.finditer(configuration("nginx-types.conf"))}


def configuration(name):
    return (settings.BASE_DIR / "deploy" / name).read_text()


def sends_the_same(page, place):
    """Whether a reader cannot tell the file from the page."""
    told = {name.lower(): value for name, value in page.headers}
    if page.status != 200 or told.get("content-type") != kinds_sent().get(place.rpartition(".")[2]):
        return False
    same = {name: value for name, value in headers_sent().items() if name not in ITS_OWN}
    return {name: value for name, value in told.items() if name not in ITS_OWN} == same
