"""
Browsers that an account has signed in with: a signed cookie for the admin's addresses says so. With it, a stranger who
guesses at a colleague's password from elsewhere does not keep that colleague out. It lets nobody in.
"""

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.utils.crypto import get_random_string

NAME = "__Secure-known" if settings.SESSION_COOKIE_SECURE else "known"
PATH = "/admin/"
SALT = "desk.doors.known_browsers"
AGE = timedelta(days=180)
MOST = 5  # accounts in one browser


def accounts_in(request):
    """{account's key: random text of this browser's own}, the newest last."""
    try:
        said = signing.loads(request.COOKIES.get(NAME, ""), salt=SALT, max_age=AGE)
    except signing.BadSignature:
        return {}
    return said if isinstance(said, dict) else {}


def key_of(request, user_id):
    return accounts_in(request).get(str(user_id), "")


def remember(request, response, user):
    known = accounts_in(request)
    own = known.pop(str(user.pk), get_random_string(20))
    kept = dict([*known.items(), (str(user.pk), own)][-MOST:])
    response.set_cookie(
        NAME,
        signing.dumps(kept, salt=SALT),
        max_age=AGE,
        path=PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response
