"""
Who is at work, for what is noted below the forms: a signal knows the record and not the colleague. Known while a
request runs; a command or a shell acts for nobody.
"""

from contextvars import ContextVar

_request = ContextVar("request", default=None)


class ActingUserMiddleware:
    """Behind Django's own, which says who is logged in."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        token = _request.set(request)
        try:
            return self.get_response(request)
        finally:
            _request.reset(token)


def acting_session_key():
    """Of whoever acts; None for a command."""
    session = getattr(_request.get(), "session", None)
    return session.session_key if session else None


def acting_user():
    user = getattr(_request.get(), "user", None)
    return user if user and user.is_authenticated else None
