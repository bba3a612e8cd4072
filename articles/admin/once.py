"""
A new record's form that is sent twice (a second click, a reload) makes one record. The session remembers the last forms
that made something: by all that was typed, and by the form's CSRF token, which Django masks anew for each page. So a
form that was gone back to and changed, or a fresh one with the same words, makes another record.
"""

from contextlib import suppress
from hashlib import sha256

from django.contrib.sessions.backends.base import UpdateError
from django.db import transaction

from desk.models import User

REMEMBERED = 10


class OnceOnly:
    """Mixed into admins."""

    def add_view(self, request, form_url="", extra_context=None):
        if request.method != "POST":
            return super().add_view(request, form_url, extra_context)
        with transaction.atomic():
            # Of two sent at the same moment the second waits here, and then finds what the first one made.
            User.objects.select_for_update(no_key=True).get(pk=request.user.pk)
            made = self._made_before(request)
            return self.response_add(request, made) if made else super().add_view(request, form_url, extra_context)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if not change:
            remember(request, form.instance)

    def _made_before(self, request):
        made = entered(request).get(digest_of(request.POST))
        return self.get_queryset(request).filter(pk=made).first() if made else None


def entered(request):
    """As stored now: the request's own session was read before its turn came."""
    return type(request.session)(request.session.session_key).get("entered", {})


def remember(request, record):
    """Stored at once, within the save: the middleware would do it when the next one has long begun."""
    rows = [*entered(request).items(), (digest_of(request.POST), record.pk)]
    request.session["entered"] = dict(rows[-REMEMBERED:])
    with suppress(UpdateError):  # logged out in another window meanwhile; the words are worth more
        request.session.save()


def digest_of(posted):
    """Whichever of the form's buttons was pressed."""
    typed = [(name, texts) for name, texts in sorted(posted.lists()) if not name.startswith("_")]
    return sha256(repr(typed).encode()).hexdigest()
