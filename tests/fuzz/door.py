"""Requests as bytes on the whole application, the door before Django included; each is taken back afterwards."""

import io
import re
import time
import traceback
from contextlib import ExitStack, contextmanager
from typing import NamedTuple

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import got_request_exception
from django.db import connection, transaction
from django.test import Client

from pagecache.front import with_kept_pages
from tests.pagecache.reader import kept_pages

TOKEN = "k" * 32
HAN = re.compile("[一-鿿]")
FOREIGN = re.compile(r"Traceback \(most recent|Internal Server Error|<h1>(Not Found|Bad Request|Server Error)")
MOST_QUERIES = 2200  # a list may be sent with a thousand rows, each of which is looked for


class Asked(NamedTuple):
    """path and query as they stand on the wire, percent signs and all; headers by their WSGI names."""

    method: str
    path: bytes
    query: bytes = b""
    body: bytes = b""
    kind: str = ""
    headers: tuple = ()
    length: str | None = None

    def __str__(self):
        asked = f"{self.method} {self.path[:200]!r} ?{self.query[:300]!r}"
        return f"{asked} {self.kind} {self.body[:1500]!r} {self.headers}"[:4000]


class Answer(NamedTuple):
    status: int
    headers: dict
    body: bytes
    queries: int
    seconds: float
    problem: str

    @property
    def kind(self):
        return self.headers.get("Content-Type", "")

    @property
    def is_page(self):
        return self.kind.startswith("text/html")


class House:
    """`cookies`: who asks, by name; None is a stranger."""

    def __init__(self, accounts):
        self.front = with_kept_pages(WSGIHandler())
        self.cookies = {name: cookie_of(user) for name, user in accounts.items()}
        self.problems = []

    def ask(self, asked, who=None):
        self.problems.clear()
        said = {}

        def start_response(status, pairs, problem=None):
            said.update(status=int(status[:3]), headers=dict(pairs))

        counted = Counted()
        begun = time.process_time()
        with taken_back(), connection.execute_wrapper(counted):
            try:
                response = self.front(self.environ(asked, who), start_response)
                body = b"".join(response)
                if hasattr(response, "close"):
                    response.close()
            except Exception:
                said, body = {"status": 599, "headers": {}}, b""
                self.problems.append(traceback.format_exc())
        seconds = time.process_time() - begun
        return Answer(**said, body=body, queries=counted.number, seconds=seconds, problem="".join(self.problems[:1]))

    def note(self, **_said):
        self.problems.append(traceback.format_exc())

    def environ(self, asked, who):
        cookie = f"csrftoken={TOKEN}" + (f"; {self.cookies[who]}" if who else "")
        return {
            "REQUEST_METHOD": asked.method,
            "SCRIPT_NAME": "",
            "PATH_INFO": asked.path.decode("latin-1"),
            "QUERY_STRING": asked.query.decode("latin-1"),
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "8000",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(asked.body),
            "wsgi.errors": io.StringIO(),
            "wsgi.multithread": False,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
            "CONTENT_TYPE": asked.kind,
            "CONTENT_LENGTH": str(len(asked.body)) if asked.length is None else asked.length,
            "HTTP_HOST": "localhost",
            "HTTP_COOKIE": cookie,
            "HTTP_X_CSRFTOKEN": TOKEN,
            **dict(asked.headers),
        }


class Counted:
    def __init__(self):
        self.number = 0

    def __call__(self, execute, *said):
        self.number += 1
        return execute(*said)


def cookie_of(user):
    client = Client()
    client.force_login(user)
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"


@contextmanager
def taken_back():
    """Every case finds the same house."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def open_house(accounts):
    with ExitStack() as stack:
        stack.enter_context(kept_pages(ROOT_URLCONF="newsroom.urls"))
        house = House(accounts)
        got_request_exception.connect(house.note)
        stack.callback(got_request_exception.disconnect, house.note)
        yield house


def faults(asked, answer):
    """What is wrong with an answer, in a sentence each."""
    if answer.status >= 500:
        yield f"answered {answer.status}"
    if answer.queries > MOST_QUERIES:
        yield f"asked the database {answer.queries} times"
    if answer.is_page and answer.body:
        text = answer.body.decode("utf-8", "replace")
        if FOREIGN.search(text):
            yield "shows what is no page of ours"
        if answer.status >= 400 and not HAN.search(text):
            yield f"says {answer.status} without a word of Chinese"
    is_for_eyes = asked.method == "GET" and b"/files/" not in asked.path and answer.status != 412
    if answer.status >= 400 and is_for_eyes and not answer.body:
        yield f"says nothing with {answer.status}"
    if any("\n" in value or "\r" in value for value in answer.headers.values()):
        yield "breaks a header"
