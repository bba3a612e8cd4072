"""A colleague's browser: cookies, forms as they stand in the page, one connection that is kept."""

import gzip
import http.client
import json
import re
import time
from dataclasses import dataclass
from http.cookies import SimpleCookie
from urllib.parse import urlencode

from newsroom.benchmark.forms import FormReader
from newsroom.load.connection import trusting

PATIENCE = 30  # seconds
FORM = "application/x-www-form-urlencoded"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
BOUNDARY = "one-picture-of-the-run"


@dataclass
class Answer:
    status: int
    headers: dict
    text: str
    took: tuple  # from when to when, by the machine's clock

    def form(self, name):
        """{name: values} of the form with that id."""
        reader = FormReader(name)
        reader.feed(self.text)
        reader.close()
        return reader.sent

    @property
    def token(self):
        found = TOKEN.search(self.text)
        return found[1] if found else ""

    def json(self):
        return json.loads(self.text)


class Browser:
    def __init__(self, place, *, tls=True, host="", headers=(), number=0):
        """number: of whoever sits at it, who has an address of his own."""
        self.place, self.tls, self.cookies, self.connection = place, tls, SimpleCookie(), None
        self.source = f"127.0.0.{2 + number % 250}", 0
        self.host = host or f"{place[0]}:{place[1]}"
        self.headers = {"Host": self.host, "Accept-Encoding": "gzip", "User-Agent": "load", **dict(headers)}

    def get(self, path, **headers):
        return self.ask("GET", path, None, headers)

    def post(self, path, fields, **headers):
        return self.ask("POST", path, urlencode(fields, doseq=True).encode(), {"Content-Type": FORM, **headers})

    def send_file(self, path, fields, name, content):
        """One picture with the fields beside it, as a form sends it off."""
        said = "".join(
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n{value}\r\n'
            for field, value in fields.items()
        )
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
        body = f"{said}{head}Content-Type: image/jpeg\r\n\r\n".encode() + content + f"\r\n--{BOUNDARY}--\r\n".encode()
        return self.ask("POST", path, body, {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"})

    def ask(self, method, path, body, headers):
        """A kept connection that was closed meanwhile is opened once more, as browsers do, unless a form was sent."""
        begun = time.monotonic()
        try:
            return self._ask(method, path, body, headers, begun)
        except (http.client.HTTPException, OSError):
            self.close()
            if method != "GET":
                raise
            return self._ask(method, path, body, headers, begun)

    def _ask(self, method, path, body, headers, begun):
        if self.connection is None:
            self.connection = self._opened()
        sent = {**self.headers, **headers}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={morsel.value}" for name, morsel in self.cookies.items())
        if method == "POST":
            sent["Origin"] = f"{'https' if self.tls else 'http'}://{self.host}"
        self.connection.request(method, path, body, sent)
        response = self.connection.getresponse()
        raw = response.read()
        took = begun, time.monotonic()
        for value in response.headers.get_all("Set-Cookie") or ():
            self.cookies.load(value)
        said = {name.lower(): value for name, value in response.getheaders()}
        content = gzip.decompress(raw) if said.get("content-encoding") == "gzip" else raw
        return Answer(response.status, said, content.decode(errors="replace"), took)

    def _opened(self):
        host, port = self.place
        if self.tls:
            trusts = trusting()
            return http.client.HTTPSConnection(host, port, timeout=PATIENCE, source_address=self.source, context=trusts)
        return http.client.HTTPConnection(host, port, timeout=PATIENCE, source_address=self.source)

    def close(self):
        if self.connection:
            self.connection.close()
        self.connection = None
