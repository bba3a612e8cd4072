"""The outermost of all: gives the request its number, and says in one line of the log what came of it."""

import logging
from time import perf_counter

from django.conf import settings

from desk.tracing import number_of, tracing, under_way
from newsroom.seeing import instruments
from pagecache.visits import VISIT

logger = logging.getLogger("newsroom.requests")
HEADER = "X-Request-ID"
UNKNOWN = "unresolved"  # one word for all addresses that lead nowhere
WATCHERS = frozenset(["healthz", "healthz_live", "healthz_ready", "metrics"])
METHODS = frozenset(["GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"])


class SeeingMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        number = number_of(request.META.get("HTTP_X_REQUEST_ID"), settings.TRUST_REQUEST_ID)
        with tracing(number) as trace:
            begun = perf_counter()
            response = self.get_response(request)
            response.headers[HEADER] = number
            note(request, response, trace, perf_counter() - begun)
        return response

    def process_view(self, request, view, args, kwargs):
        """For what is told on the way, before it is known how it ends."""
        trace = under_way()
        if trace:
            trace.route = route_of(request)


def note(request, response, trace, took):
    method = request.method if request.method in METHODS else "other"
    route, kept = route_of(request), kept_of(request)
    instruments.count(route, method, response.status_code, took, trace)
    # Watchers ask every few seconds: that all was well would be most of the log.
    level = logging.DEBUG if route in WATCHERS and response.status_code < 400 else logging.INFO
    if logger.isEnabledFor(level):
        said = {"method": method, "route": route, "status": response.status_code, "ms": round(took * 1000, 1)}
        said |= {"queries": trace.queries, "db_ms": round(trace.seconds * 1000, 1), "user": user_of(request)}
        said |= {"bytes": bytes_of(response), "kept": kept}
        logger.log(level, "%s %s %s", method, route, response.status_code, extra={"told": said})


def route_of(request):
    """Its name in the URL conf, never the address: that may hold a key, and there are as many as readers think of."""
    match = request.resolver_match
    return (match.view_name or match.route) if match else UNKNOWN


def user_of(request):
    """Their key, of whoever was looked up on the way; nobody is looked up for the log."""
    return getattr(request.__dict__.get("_cached_user"), "pk", None)


def bytes_of(response):
    """As they leave Django; of a stream what it has said itself."""
    if not response.streaming:
        return len(response.content)
    said = response.headers.get("Content-Length", "")
    return int(said) if said.isdecimal() else None


def kept_of(request):
    visit = request.META.get(VISIT)
    if visit is None or not visit.is_kept:
        return "passed"
    return "hit" if visit.page else "miss"
