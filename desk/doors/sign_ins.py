"""Ending sign-ins, by hand and where an account's password or rights change."""

from django.contrib import messages
from django.contrib.auth.models import Group
from django.utils import timezone
from django.utils.translation import ngettext

from desk.acting import acting_session_key
from desk.models import AuditEntry, User


def end_sign_ins(sign_ins, *, of, by):
    number = sign_ins.end()
    if number:
        words = ngettext("%d sign-in", "%d sign-ins", number) % number
        AuditEntry.note(verb="end_sign_ins", record=of, by=by, words=words)
    return number


def end_and_say(request, sign_ins, *, of):
    number = end_sign_ins(sign_ins, of=of, by=request.user)
    messages.success(request, ngettext("%d sign-in is ended.", "%d sign-ins are ended.", number) % number)


def end_with_password(user):
    """Django asks whoever came in with the old password to sign in again; here their rows go as well. Not one's own."""
    user.sign_ins.exclude(session_key=acting_session_key()).end()


def renew_keys(record):
    """What an account, or the members of a group, may do has changed: their sessions get new keys."""
    now = timezone.now()
    if isinstance(record, Group):
        User.objects.filter(groups=record).update(rights_changed_at=now)
    else:
        record.rights_changed_at = now  # as whoever holds it goes on with it: it may be about to sign in
        User.objects.filter(pk=record.pk).update(rights_changed_at=now)
