"""A reader at the door before Django, with rooms of the tests' own behind it."""

import gzip
from contextlib import contextmanager
from typing import NamedTuple

from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import RequestFactory, override_settings

from pagecache.front import with_kept_pages


class Answer(NamedTuple):
    status: int
    headers: dict
    body: bytes

    @property
    def text(self):
        return (gzip.decompress(self.body) if "Content-Encoding" in self.headers else self.body).decode()


class Reader:
    """Each has a process's memory of its own: two are as two processes on one database."""

    def __init__(self):
        self.front = with_kept_pages(WSGIHandler())

    def get(self, address, method="GET", **headers):
        said = {}

        def start_response(status, pairs):
            assert not said, "It was answered twice."
            said.update(status=int(status[:3]), headers=dict(pairs))

        headers = {"host": "localhost", **{name.replace("_", "-"): value for name, value in headers.items()}}
        environ = RequestFactory(headers=headers).generic(method, address).environ
        environ["PATH_INFO"] = environ["PATH_INFO"].encode().decode("latin-1")  # as servers give it
        response = self.front(environ, start_response)
        body = b"".join(response)
        if hasattr(response, "close"):
            response.close()
        self.number = said["headers"].pop("X-Request-ID")  # each answer has another
        return Answer(**said, body=body)


@contextmanager
def kept_pages(**settings):
    with override_settings(**{"PAGE_CACHE": "database", "ROOT_URLCONF": "tests.pagecache.rooms", **settings}):
        # As Django's own client: the end of a request would take the connection out of a test's transaction.
        signals = [one for one in (request_started, request_finished) if one.disconnect(close_old_connections)]
        try:
            yield
        finally:
            for signal in signals:
                signal.connect(close_old_connections)
