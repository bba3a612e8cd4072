"""A request as the web server hands it on: through the whole of a WSGI application, in this process."""

import gzip
import sys
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from io import BytesIO
from urllib.parse import unquote_to_bytes, urlencode

from django.conf import settings
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection
from django.utils.encoding import iri_to_uri

FORM = "application/x-www-form-urlencoded"
BROWSER = {
    "HTTP_USER_AGENT": "Mozilla/5.0 (benchmark)",
    "HTTP_ACCEPT": "text/html,application/xhtml+xml,*/*;q=0.8",
    "HTTP_ACCEPT_LANGUAGE": "zh-CN,zh;q=0.9",
    "HTTP_ACCEPT_ENCODING": "gzip",
}


@dataclass
class Answer:
    status: int = 0
    headers: dict = field(default_factory=dict)
    body: bytes = b""

    @property
    def gzipped(self):
        """Bytes on the wire where the web server packs what the application did not."""
        return len(self.body) if "content-encoding" in self.headers else len(gzip.compress(self.body, 6, mtime=0))


def ask(application, path, *, cookies="", form=None):
    """form: {name: value or values} to be posted."""
    answer = Answer()

    def start(status, headers, exc_info=None):
        answer.status = int(status[:3])
        answer.headers = {name.lower(): value for name, value in headers}

    with connection_kept() if connection.in_atomic_block else nullcontext():
        chunks = application(environ_of(path, cookies, form), start)
        try:
            answer.body = b"".join(chunks)
        finally:
            if hasattr(chunks, "close"):
                chunks.close()
    return answer


@contextmanager
def connection_kept():
    """Around a request Django closes a connection on which somebody began a transaction, and loses it."""
    around = (request_started, request_finished)
    for signal in around:
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in around:
            signal.connect(close_old_connections)


def environ_of(path, cookies="", form=None):
    path, _mark, query = iri_to_uri(path).partition("?")
    posted = b"" if form is None else urlencode(form, doseq=True).encode()
    scheme = "https" if getattr(settings, "SECURE_SSL_REDIRECT", False) else "http"
    return {
        "REQUEST_METHOD": "GET" if form is None else "POST",
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
        "QUERY_STRING": query,
        "CONTENT_TYPE": "" if form is None else FORM,
        "CONTENT_LENGTH": str(len(posted)),
        "SERVER_NAME": host(),
        "SERVER_PORT": "443" if scheme == "https" else "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": host(),
        "HTTP_X_FORWARDED_PROTO": scheme,
        "HTTP_ORIGIN": f"{scheme}://{host()}",
        **BROWSER,
        **({"HTTP_COOKIE": cookies} if cookies else {}),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scheme,
        "wsgi.input": BytesIO(posted),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }


def host():
    """One that the settings allow."""
    return next((name.lstrip(".") for name in settings.ALLOWED_HOSTS if name != "*"), "127.0.0.1")
