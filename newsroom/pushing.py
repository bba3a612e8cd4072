"""
Search engines are told the addresses of what is out: a POST of plain text, one address a line, to the address that
their console gives a paper. Off without PUSH_ADDRESS. What they answer is the job's result.
"""

import http.client
import time
import urllib.error
import urllib.request

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article
from desk import jobs
from desk.batches import in_batches
from newsroom.domain import domain

AT_ONCE = 500  # addresses in one job
SECONDS = 10  # without a word
SECONDS_IN_ALL = 30
MOST_READ = 2000  # bytes of an answer


class NotTaken(Exception):  # noqa: N818 - said of the other side
    """What the search engine answered instead."""


def push_when_out(issue, stories):
    """Called with an issue that has just gone out (articles.issuing.WHEN_OUT)."""
    if not settings.PUSH_ADDRESS:
        return
    for some in in_batches(stories, AT_ONCE):
        jobs.plan("push", stories=[story.pk for story in some])


@jobs.kind("push", label=gettext_lazy("addresses to search engines"))
def push(details):
    if not settings.PUSH_ADDRESS:
        return _("No address is set any more.")
    stories = Article.objects.published().filter(pk__in=details["stories"]).order_by("pk").only("pk")
    paper = site()
    addresses = [f"{paper}{story.get_absolute_url()}" for story in stories]
    if not addresses:
        return _("None of them is out any more.")
    answer = post(settings.PUSH_ADDRESS, "\n".join(addresses))
    return _("%(count)d addresses: %(answer)s") % {"count": len(addresses), "answer": answer}


def site():
    return f"https://{domain()}"


def post(address, text):
    """Bounded in time and size, and it follows no redirect: that would be another address than the paper's."""
    request = urllib.request.Request(  # noqa: S310 - the setting is checked for its scheme
        address, data=text.encode(), headers={"Content-Type": "text/plain"}
    )
    opener = urllib.request.build_opener(NoRedirect)
    try:
        with opener.open(request, timeout=SECONDS) as response:
            return read(response)
    except urllib.error.HTTPError as refused:
        raise NotTaken(f"{refused.code} {read(refused)}") from None
    except (OSError, http.client.HTTPException) as problem:
        raise NotTaken(str(problem) or type(problem).__name__) from None


def read(response):
    """As much as is worth keeping, of whoever answers a byte at a time too."""
    end, said = time.monotonic() + SECONDS_IN_ALL, b""
    while len(said) < MOST_READ and time.monotonic() < end and (part := response.read1(MOST_READ)):
        said += part
    return said[:MOST_READ].decode(errors="replace").strip()


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *told):
        return None
