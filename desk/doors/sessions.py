"""
Django's sessions in the database, beside which a row says whose they are, since when and where (SignIn): so that
everybody sees the own ones and may end them. Settings name this module as SESSION_ENGINE. The class keeps its name,
which Django signs a session's contents with, so that those from before go on.
"""

from datetime import timedelta

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.models import Session
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from desk.composed_once import Question
from desk.models import SignIn

FACTS = ("begun_at", "seen_at", "rights_at")
A_MOMENT = timedelta(hours=1)  # a session is stored a little after its row


class SessionStore(DatabaseStore):
    """`facts`: what its row says, read in the same query; None where it has none (yet)."""

    facts: dict | None = None

    def load(self):
        session = sessions_with_facts.first(key=self.session_key, now=timezone.now())
        if session is None:
            self._session_key = None
            return {}
        facts = {name: getattr(session, name) for name in FACTS}
        self.facts = facts if facts["seen_at"] else None
        return self.decode(session.session_data)

    def cycle_key(self):
        """Its row goes along to the new key."""
        held, old = self._get_session(), self.session_key  # type: ignore[attr-defined]
        self.create()
        self._session_cache = held
        if old:
            SignIn.objects.filter(session_key=old).update(session_key=self.session_key)
            self.delete(old)

    def delete(self, session_key=None):
        key = session_key or self.session_key
        super().delete(session_key)
        if key:
            SignIn.objects.filter(session_key=key).delete()

    @classmethod
    def clear_expired(cls):
        super().clear_expired()
        SignIn.objects.closed().filter(seen_at__lt=timezone.now() - A_MOMENT).delete()


def fact(name):
    return Subquery(SignIn.objects.order_by().filter(session_key=OuterRef("session_key")).values(name)[:1])


@Question
def sessions_with_facts(key, now):
    running = Session.objects.filter(session_key=key, expire_date__gt=now)
    return running.annotate(**{name: fact(name) for name in FACTS})
