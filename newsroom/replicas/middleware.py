"""Readers' requests may be answered from a replica. Who is signed in, whoever writes, and all of the desk is not."""

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import DEFAULT_DB_ALIAS, Error, InterfaceError, OperationalError

from newsroom.replicas.choosing import Replicas
from newsroom.replicas.marking import may_read_a_replica
from newsroom.replicas.routing import CHOSEN, reading_from
from pagecache.log import look


class ReplicaMiddleware:
    """Stands inside the one that keeps pages, which reads the log before this chooses by it."""

    def __init__(self, get_response):
        if not settings.REPLICAS:
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.replicas = Replicas(settings.REPLICAS)
        self.last = None

    def __call__(self, request):
        with reading_from(DEFAULT_DB_ALIAS):
            return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """With what is needed to ask once more, where the replica leaves in the middle of it."""
        if is_a_readers(request) and may_read_a_replica(view):
            CHOSEN.set(self.chosen())
            request.asked_again = lambda: view(request, *args, **kwargs)

    def chosen(self):
        """While the primary is away: what has all that it was last known to have. Nobody keeps such a page."""
        try:
            self.last = look()
        except Error:
            if self.last is None:
                return DEFAULT_DB_ALIAS  # where the view will say what is the matter
        return (not self.last.is_waiting and self.replicas.one_with(self.last)) or DEFAULT_DB_ALIAS

    def process_exception(self, request, exception):
        alias = CHOSEN.get()
        if alias == DEFAULT_DB_ALIAS or not isinstance(exception, (OperationalError, InterfaceError)):
            return None
        self.replicas.leave(alias, str(exception).strip())
        CHOSEN.set(DEFAULT_DB_ALIAS)
        response = request.asked_again()
        return response.render() if hasattr(response, "render") else response


def is_a_readers(request):
    signed_in = settings.SESSION_COOKIE_NAME in request.COOKIES or "HTTP_AUTHORIZATION" in request.META
    return request.method in ("GET", "HEAD") and not signed_in
