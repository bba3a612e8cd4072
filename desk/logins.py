"""
Who came in, who went, and who was not let in: with the address they came from, since the law asks for such a log over
six months. What was typed as a name is kept whole only where it is one: it may be somebody's password.
"""

from ipaddress import ip_address

from django.conf import settings
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.utils.translation import gettext as _

from desk.doors.tries import LOG, Knock
from desk.doors.waiting import in_words
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
    note_refusal(user, said.replace("\0", ""))


def note_shut_out(request, user_id, wait):
    said = _("shut for %(time)s, from %(address)s")
    note_refusal(User(pk=user_id), said % {"time": in_words(wait), "address": came_from(request) or "—"})


def note_refusal(user, words):
    """
    One by one, up to a number within the hour that no newsroom's own people reach: the log of an attack from ten
    thousand addresses would fill the disk.
    """
    number = Knock(LOG, LOG.name).tried().count
    if number < LOG.limit:
        AuditEntry.note(verb="login_failed", record=user or User(), words=words)
    elif number == LOG.limit:
        words = _("More than %d in an hour: those that follow within it are not written down.") % LOG.limit
        AuditEntry.note(verb="login_failed", record=User(), words=words)


def came_from(request):
    """The browser's address; behind a proxy the one that the proxy itself has added."""
    said = request.META.get("REMOTE_ADDR", "") if request else ""
    if request and settings.SECURE_PROXY_SSL_HEADER:
        said = request.META.get("HTTP_X_FORWARDED_FOR", said).rpartition(",")[2].strip()
    try:
        return str(ip_address(said))
    except ValueError:
        return ""
