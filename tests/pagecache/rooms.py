"""Pages to be kept, or not, over a record that the tests change. Each rendering is counted."""

from collections import Counter
from threading import Lock

from django.http import Http404, HttpResponse
from django.template import engines
from django.template.response import TemplateResponse
from django.urls import path
from django.views.decorators.cache import never_cache

from articles.models import Column
from pagecache.keeping import kept
from pagecache.showing import shows

RENDERED = Counter()
# Called with the key after a page has read its record.
HELD_UP = []
_lock = Lock()


@kept(by=("before", "large"))
def column(request, pk):
    shows("column", pk)
    found = Column.objects.filter(pk=pk).first()
    with _lock:
        RENDERED[pk] += 1
    for hold in HELD_UP:
        hold(pk)
    if found is None:
        raise Http404
    words = {"name": found.name, "query": request.GET.urlencode(), "cookies": len(request.COOKIES)}
    return TemplateResponse(request, engines["django"].from_string("{{ name }} {{ query }} {{ cookies }}"), words)


@kept
def both(request):
    for pk in Column.objects.order_by("pk").values_list("pk", flat=True):
        shows("column", pk)
    return HttpResponse("、".join(Column.objects.order_by("pk").values_list("name", flat=True)))


@kept
def dated(request):
    shows("list", "dated")
    return HttpResponse("dated", headers={"Last-Modified": "Mon, 23 Nov 2026 08:00:00 GMT"})


@kept
def named(request, name):
    shows("list", name)
    return HttpResponse(name)


@kept
def hidden_from_machines(request):
    shows("list", "hidden")
    return HttpResponse("hidden", headers={"X-Robots-Tag": "noindex"})


@kept
def gone(request):
    shows("list", "gone")
    return HttpResponse("gone", status=410)


@kept
def with_cookie(request):
    shows("list", "cookie")
    response = HttpResponse("yours")
    response.set_cookie("taste", "sweet")
    return response


@kept
def with_session(request):
    shows("list", "session")
    return HttpResponse(str(request.user))


@never_cache
@kept
def private(request):
    shows("list", "private")
    return HttpResponse("now")


@kept
def showing_nothing(request):
    return HttpResponse("nothing")


def open_page(request):
    RENDERED["open"] += 1
    return HttpResponse(request.META.get("HTTP_IF_NONE_MATCH", ""))


@kept
def broken(request):
    shows("list", "broken")
    return HttpResponse("broken", status=500)


urlpatterns = [
    path("columns/<int:pk>/", column),
    path("named/<str:name>/", named),
    path("healthz/live", open_page),
    path("robots/", hidden_from_machines),
    path("both/", both),
    path("dated/", dated),
    path("gone/", gone),
    path("cookie/", with_cookie),
    path("session/", with_session),
    path("private/", private),
    path("nothing/", showing_nothing),
    path("open/", open_page),
    path("broken/", broken),
]
