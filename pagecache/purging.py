"""
Caches before the web server are told what has changed: a PURGE with the keys of what they are to forget. Planned in the
transaction that numbers a change, so that no purge is lost; done by the worker, and again and again until it succeeds.

Each is done twice. A page that was on its way while its key was purged is put down afterwards, out of date; it is
gone with the second one, which comes when no answer of before the change can be on its way any more.
"""

import http.client
import secrets
import time
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk import jobs
from desk.batches import in_batches
from desk.models import Job
from pagecache.surrogates import keys_of

AT_ONCE = 400  # keys in one request: 3,600 characters of a header
SECONDS = 5  # without a word
PAUSE = 10  # seconds before a cache that was silent is asked again: jobs of other kinds wait behind
# Longer than an answer of the newsroom takes; deploy/varnish.vcl waits no longer for one.
ON_ITS_WAY = 30  # seconds
AGAIN_AFTER = [timedelta(seconds=seconds) for seconds in (1, 2, 5, 10, 30, 60)]
MOST_TRIES = 20_000  # two weeks: what a cache kept before is out of age long since
PROCESS = secrets.token_hex(4)
silent_until: dict[str, float] = {}


class NotPurged(Exception):  # noqa: N818 - said of the other side
    """What the cache answered instead."""


def plan_purge(names, number):
    """Called while the changes get their numbers (pagecache.applying.WITHIN)."""
    for address in settings.PAGE_CACHE_PURGE:
        jobs.plan("purge", address=address, keys=keys_of(names), number=number)


@jobs.kind("purge", label=gettext_lazy("what caches are to forget"), most_tries=MOST_TRIES, again_after=AGAIN_AFTER)
def purge(details):
    address, keys = details["address"], details["keys"]
    if address not in settings.PAGE_CACHE_PURGE:
        return _("That cache is not asked any more.")
    for some in in_batches(keys, AT_ONCE):
        send(address, some)
    if "again" not in details:
        plan_again(details)
    return _("%(count)d keys, up to change %(number)d") % {"count": len(keys), "number": details["number"]}


@transaction.atomic
def plan_again(details):
    """One job for all that this worker has purged within half a minute."""
    due = (time.time() // ON_ITS_WAY + 2) * ON_ITS_WAY
    once = f"{PROCESS} {due:.0f} {details['address']}"[:100]
    planned = Job.objects.waiting().filter(kind="purge", once=once).select_for_update().first()
    keys = sorted({*details["keys"], *(planned.details["keys"] if planned else [])})
    jobs.plan("purge", due=datetime.fromtimestamp(due, UTC), once=once, **details | {"keys": keys, "again": True})


def send(address, keys):
    """To the address of the settings and nowhere else: no redirect is followed, no proxy of the environment asked."""
    if time.monotonic() < silent_until.get(address, 0):
        raise NotPurged(_("It did not answer a moment ago."))
    place = urlsplit(address)
    kind = http.client.HTTPSConnection if place.scheme == "https" else http.client.HTTPConnection
    connection = kind(place.hostname, place.port, timeout=SECONDS)
    try:
        connection.request("PURGE", place.path or "/", headers={"Surrogate-Key": " ".join(keys)})
        answer = connection.getresponse()
    except (OSError, http.client.HTTPException) as problem:
        silent_until[address] = time.monotonic() + PAUSE
        raise NotPurged(str(problem) or type(problem).__name__) from None
    finally:
        connection.close()
    if answer.status not in (200, 204):
        raise NotPurged(f"{answer.status} {answer.reason}")
