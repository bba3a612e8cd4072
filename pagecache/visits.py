"""A request for a page that was not there: from its view, which is found to be kept, to the page that is sent."""

import logging

from django.conf import settings
from django.db import Error

from pagecache.asking import narrowed, query_of
from pagecache.names import numbers_of
from pagecache.page import page_of

logger = logging.getLogger(__name__)

VISIT = "pagecache.visit"  # in the request's META
KEPT = {200, 410}  # 410: a story that was withdrawn
MOST = 2 * 1024 * 1024  # bytes, compressed
# A view that is kept gets none of these: what it answers is the same for all, whole and plain.
TAKEN_OUT = (
    *("HTTP_COOKIE", "HTTP_ACCEPT_ENCODING", "HTTP_ACCEPT_LANGUAGE", "HTTP_RANGE", "HTTP_IF_NONE_MATCH"),
    *("HTTP_IF_MODIFIED_SINCE", "HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE"),
)
READ_FROM_THEM = ("COOKIES", "GET", "headers")


class Visit:
    def __init__(self, pages, turns, sight):
        self.pages, self.turns, self.sight = pages, turns, sight
        self.is_kept = self.has_turn = False
        self.page = None

    def begin(self, request, queries):
        """Whether it ends here, since the page is there under fewer queries, or somebody else has rendered it
        meanwhile. If not it is measured anew: by what was known before its first query."""
        self.is_kept = True
        self.environ = dict(request.META)
        asked, address = self.sight.address, narrowed(self.sight.address, queries)
        if address != asked:
            self.look(address)
        if self.page is None and self.sight:
            self.turn = self.pages.shelf_key(self.sight)
            self.has_turn = self.turns.take(self.turn)
            self.look(address)
        if self.page is None and self.sight:
            self.pages.tally.misses += 1
            make_plain(request, query_of(address))
        return self.page is not None

    def look(self, address):
        self.page, self.sight = self.pages.find(address)

    def finish(self, response, shown):
        """The page to send; None for a response that goes out as it is."""
        if self.page or not (self.is_kept and self.sight and may_be_kept(response)):
            return self.page
        rendered_at = self.sight.mark.at
        ends = [rendered_at + settings.PAGE_CACHE_SECONDS, *([shown.until.timestamp()] if shown.until else [])]
        page = page_of(response, shown, numbers_of(shown), rendered_at, min(ends))
        page = page._replace(address=self.sight.address)
        if not shown or len(page.body) > MOST:
            return page
        try:
            return self.pages.keep(self.sight, page)
        except Error as problem:
            logger.warning("A page was not kept (%s).", str(problem).strip())
            return page

    def end(self):
        if self.has_turn:
            self.turns.end(self.turn)


def make_plain(request, query):
    for name in TAKEN_OUT:
        request.META.pop(name, None)
    request.META["QUERY_STRING"] = query
    for name in READ_FROM_THEM:
        request.__dict__.pop(name, None)


def may_be_kept(response):
    """Nothing that was made for one reader, or that says so itself."""
    varies = {name.strip().lower() for name in response.get("Vary", "").split(",")}
    control = response.get("Cache-Control", "").lower()
    return (
        response.status_code in KEPT
        and not response.streaming
        and not response.cookies
        and varies <= {"", "accept-encoding"}
        and not response.has_header("Content-Encoding")
        and "private" not in control
        and "no-store" not in control
    )
