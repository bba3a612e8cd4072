"""The outermost middleware: it keeps what all others have finished, with their headers."""

from django.http import HttpResponse

from pagecache.answering import answer
from pagecache.keeping import queries_of
from pagecache.showing import recording
from pagecache.visits import VISIT


class KeptPagesMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        visit = request.META.get(VISIT)
        if visit is None:
            return self.get_response(request)
        with recording() as shown:
            try:
                response = self.get_response(request)
                page = visit.finish(response, shown)
            finally:
                visit.end()
        return response_of(page, visit.environ) if page else response

    def process_view(self, request, view, args, kwargs):
        visit = request.META.get(VISIT)
        queries = queries_of(view)
        if visit and queries is not None and visit.begin(request, queries):
            return HttpResponse()  # the page stands in the visit, and goes out in its place
        return None


def response_of(page, environ):
    status, headers, body = answer(page, environ)
    response = HttpResponse(body, status=status)
    del response.headers["Content-Type"]
    for name, value in headers:
        response.headers[name] = value
    return response
