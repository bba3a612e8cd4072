"""The door before Django behind a socket, for web servers and caches to stand in front of."""

from contextlib import contextmanager
from http.client import HTTPConnection
from socketserver import ThreadingMixIn
from threading import Thread
from typing import NamedTuple
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

from django.core.handlers.wsgi import WSGIHandler
from django.db import connections

from pagecache.front import with_kept_pages


class Quiet(WSGIRequestHandler):
    def log_message(self, *said):
        pass


class House(ThreadingMixIn, WSGIServer):
    """`asked` is what it was asked for, in order."""

    daemon_threads = True

    def process_request_thread(self, request, client_address):
        try:
            super().process_request_thread(request, client_address)
        finally:
            connections.close_all()


@contextmanager
def open_house(port=0):
    house = House(("127.0.0.1", port), Quiet)
    house.asked = []
    front = with_kept_pages(WSGIHandler())

    def noting(environ, start_response):
        house.asked.append(environ["PATH_INFO"])
        return front(environ, start_response)

    house.set_app(noting)
    Thread(target=house.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield house
    finally:
        house.shutdown()
        house.server_close()


class Answer(NamedTuple):
    status: int
    headers: dict
    body: bytes

    @property
    def text(self):
        return self.body.decode()


def ask(port, address, method="GET", body=None, **headers):
    """The address as it is, without anything mended on the way. A name with an underscore is one with a hyphen."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.putrequest(method, address, skip_host=True, skip_accept_encoding=True)
        for name, value in {"host": "localhost", **headers}.items():
            connection.putheader(name.replace("_", "-"), value)
        if body is not None:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        response = connection.getresponse()
        said = {name.lower(): value for name, value in response.getheaders()}
        said.pop("x-request-id", None)  # each answer has another
        return Answer(response.status, said, response.read())
    finally:
        connection.close()
