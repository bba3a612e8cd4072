"""
Who came in, who went, and who was not let in: with the address they came from, since the law asks for such a log over
six months. What was typed as a name is kept whole only where it is one: it may be somebody's password.
"""

from ipaddress import ip_address

from django.conf import settings
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.utils.translation import gettext as _

from desk.models import AuditEntry, User

SHOWN_OF_A_NAME = 3


def keep_watch():
    user_logged_in.connect(note_login, dispatch_uid="note login")
    user_logged_out.connect(note_logout, dispatch_uid="note logout")
    user_login_failed.connect(note_failure, dispatch_uid="note failed login")


def note_login(request, user, **kwargs):
    AuditEntry.note(verb="login", record=user, by=user, words=came_from(request))


def note_logout(request, user, **kwargs):
    """A session that ran out has nobody to log out."""
    if user:
        AuditEntry.note(verb="logout", record=user, by=user, words=came_from(request))


def note_failure(credentials, request=None, **kwargs):
    typed = str(credentials.get(User.USERNAME_FIELD) or "")
    user = User.objects.filter(**{User.USERNAME_FIELD: typed}).first() if "\0" not in typed else None
    name = typed if user else f"{typed[:SHOWN_OF_A_NAME]}…"
    said = _("typed: %(name)s, from %(address)s") % {"name": name, "address": came_from(request) or "—"}
    AuditEntry.note(verb="login_failed", record=user or User(), words=said.replace("\0", ""))


def came_from(request):
    """The browser's address; behind a proxy the one that the proxy itself has added."""
    said = request.META.get("REMOTE_ADDR", "") if request else ""
    if request and settings.SECURE_PROXY_SSL_HEADER:
        said = request.META.get("HTTP_X_FORWARDED_FOR", said).rpartition(",")[2].strip()
    try:
        return str(ip_address(said))
    except ValueError:
        return ""
