"""Somebody whose requests go by turns to several web servers, as behind a load balancer that remembers nobody."""

import http.client
import secrets
from http.cookies import SimpleCookie
from itertools import cycle
from typing import NamedTuple
from urllib.parse import urlencode

from newsroom.benchmark.forms import FormReader

PASSWORD = "gazette-on-the-morrow-7"
FORM = "application/x-www-form-urlencoded"


class Answer(NamedTuple):
    status: int
    place: str
    body: bytes

    @property
    def text(self):
        return self.body.decode(errors="replace")


def ask(port, address, method="GET", body=None, cookies=None, **headers):
    """One request, as a proxy with TLS hands it on. Returns the Answer and the cookies that it sets."""
    said = {"Host": "localhost", "X-Forwarded-Proto": "https", "Referer": "https://localhost/", **headers}
    if cookies:
        said["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request(method, address, body, {name.replace("_", "-"): value for name, value in said.items()})
        response = connection.getresponse()
        answer = Answer(response.status, response.getheader("Location", ""), response.read())
    finally:
        connection.close()
    given = [SimpleCookie(cookie) for cookie in response.headers.get_all("Set-Cookie", [])]
    return answer, {name: morsel.value for cookie in given for name, morsel in cookie.items()}


class Colleague:
    def __init__(self, ports):
        self.turns, self.cookies = cycle(ports), {}

    def ask(self, address, method="GET", body=None, **headers):
        answer, given = ask(next(self.turns), address, method, body, self.cookies, **headers)
        self.cookies |= given
        if answer.status >= 400:
            raise AssertionError(f"{method} {address} was answered with {answer.status}: {answer.text[:500]}")
        return answer

    @property
    def token(self):
        return self.cookies.get("__Host-csrftoken", "")

    def send(self, address, form):
        said = {"csrfmiddlewaretoken": self.token} | form
        return self.ask(address, "POST", urlencode(said, doseq=True), Content_Type=FORM)

    def sign_in(self, username):
        self.ask("/admin/login/")
        self.send("/admin/login/", {"username": username, "password": PASSWORD, "next": "/admin/"})
        if "__Host-sessionid" not in self.cookies:
            raise AssertionError(f"{username} was not let in.")
        return self

    def save(self, address, **changes):
        """The form of a story, with what is changed in it; where the save leads."""
        reader = FormReader()
        reader.feed(self.ask(address).text)
        answer = self.send(address, {**reader.sent, **changes})
        if answer.status != 302:
            raise AssertionError(f"{address} was not saved: {errors_in(answer.text)}")
        return answer.place

    def upload(self, address, name, content):
        """One file, as the page for many photos sends it."""
        body, kind = with_file(name, content, csrfmiddlewaretoken=self.token)
        return self.ask(address, "POST", body, Content_Type=kind)


def with_file(name, content, **words):
    """A form with one file as a browser sends it: (its bytes, their kind)."""
    mark = secrets.token_hex(12)
    parts = [f'--{mark}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{words[key]}\r\n' for key in words]
    file = f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
    head = "".join(parts) + file + "Content-Type: image/jpeg\r\n\r\n"
    return head.encode() + content + f"\r\n--{mark}--\r\n".encode(), f"multipart/form-data; boundary={mark}"


def errors_in(html):
    begin = html.find("errornote")
    return html[begin : begin + 600] if begin >= 0 else html[:300]
