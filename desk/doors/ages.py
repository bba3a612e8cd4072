"""
How long a sign-in lasts: so long without a sign of life, and so long at all (SESSION_IDLE_HOURS, SESSION_DAYS). What an
open form sends by itself while somebody writes is a sign of life, and what was typed outlasts the sign-in: a night
shift loses nothing.
"""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from desk.doors.browsers import browser_of
from desk.logins import came_from
from desk.models import SignIn

# Seen so long ago, it is written down anew: a write in five minutes, and not with every step.
SIGN_OF_LIFE = timedelta(minutes=5)


def begin(request, user, **kwargs):
    """A new sign-in. Django has given it a new key, which it may not have stored yet."""
    if not request.session.session_key:
        request.session.create()
    now = timezone.now()
    row = {"user": user, "begun_at": now, "rights_at": user.rights_changed_at, **seen(request)}
    SignIn.objects.update_or_create(session_key=request.session.session_key, defaults=row)


def seen(request):
    return {"seen_at": timezone.now(), "address": came_from(request), "browser": browser_of(request)}


def is_over(facts):
    if not facts:
        return False
    now = timezone.now()
    return facts["seen_at"] < now - timedelta(seconds=settings.SESSION_IDLE_AGE) or facts["begun_at"] < now - timedelta(
        seconds=settings.SESSION_COOKIE_AGE
    )


def go_on(request, user):
    """A sign of life now and then; a new key where the account's rights are others than when it got the last one."""
    facts, row = request.session.facts, SignIn.objects.filter(session_key=request.session.session_key)
    if not facts:  # from before sign-ins were listed
        begin(request, user)
    elif facts["rights_at"] != user.rights_changed_at and request.method == "GET":
        row.update(rights_at=user.rights_changed_at, **seen(request))
        request.session.cycle_key()
    elif facts["seen_at"] < timezone.now() - SIGN_OF_LIFE:
        row.update(**seen(request))
