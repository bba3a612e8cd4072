"""Somebody with a browser: a connection that is kept, cookies, forms. What breaks off is one of BROKEN."""

import ssl
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from http.cookies import SimpleCookie
from typing import NamedTuple
from urllib.parse import urlencode

from tests.servers.colleague import FORM, PASSWORD, with_file

BROKEN = (OSError, HTTPException)
TRUSTING = ssl._create_unverified_context()  # the certificate is this house's own
PATIENCE = 30  # seconds


class Answer(NamedTuple):
    status: int
    headers: dict
    body: bytes

    @property
    def text(self):
        return self.body.decode(errors="replace")


class Visitor:
    """Comes through nginx, or with a port to one web machine, as nginx would."""

    def __init__(self, house, port=None, patience=PATIENCE):
        self.house, self.port, self.patience = house, port, patience
        self.connection, self.cookies = None, {}

    def connect(self):
        if self.port:
            return HTTPConnection("127.0.0.1", self.port, timeout=self.patience)
        return HTTPSConnection("127.0.0.1", self.house.port, timeout=self.patience, context=TRUSTING)

    def ask(self, address, method="GET", body=None, **headers):
        self.connection = self.connection or self.connect()
        said = {"Host": "localhost", "X-Forwarded-Proto": "https", "Referer": "https://localhost/"} | headers
        if self.cookies:
            said["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        try:
            self.connection.request(method, address, body, {name.replace("_", "-"): said[name] for name in said})
            response = self.connection.getresponse()
            answer = Answer(
                response.status, {name.lower(): said for name, said in response.getheaders()}, response.read()
            )
        except BROKEN:
            self.close()
            raise
        for cookie in response.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(cookie).items()}
        return answer

    def close(self):
        if self.connection:
            self.connection.close()
        self.connection = None

    def send(self, address, form):
        return self.ask(address, "POST", urlencode(form, doseq=True), Content_Type=FORM)

    def upload(self, address, name, content, **words):
        body, kind = with_file(name, content, **words)
        return self.ask(address, "POST", body, Content_Type=kind)

    @property
    def token(self):
        return self.cookies.get("__Host-csrftoken", "")

    def sign_in(self, username):
        self.ask("/admin/login/")
        answer = self.send(
            "/admin/login/",
            {"username": username, "password": PASSWORD, "csrfmiddlewaretoken": self.token, "next": "/admin/"},
        )
        assert "__Host-sessionid" in self.cookies, answer.text[:2000]

    def is_ready(self):
        try:
            return self.ask("/healthz/ready").status == 200
        except BROKEN:
            return False
        finally:
            self.close()
