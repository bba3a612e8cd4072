"""The sample's newsroom with the settings of a server: granian alone for the scanners, and behind nginx with TLS."""

import json
import os
import re
import secrets
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from contextlib import contextmanager, suppress
from http.cookies import SimpleCookie
from pathlib import Path
from typing import NamedTuple

from docs.pictures.demo import running_demo
from newsroom.serving import web_command
from tests.servers import programs
from tests.servers.office import free_port
from tests.servers.site import site, write

ROOT = Path(__file__).resolve().parents[2]
ADDRESS = "127.44.0.80"  # of the loopback; whoever is root may listen at ports 80 and 443
WHO = "zongbian"  # of the sample's people the one who may open everything


class House(NamedTuple):
    """A running newsroom: where granian answers; nginx does with TLS at ADDRESS, with that certificate."""

    base: str
    certificate: Path
    paths: dict  # {kind of page: path}
    badge: dict  # the cookies of somebody signed in

    @property
    def cookie(self):
        return "; ".join(f"{name}={value}" for name, value in self.badge.items())


@contextmanager
def premises():
    print("The sample issue is being loaded …", flush=True)
    with running_demo() as (_base, var), opened(var) as house:
        yield house


@contextmanager
def opened(var):
    """var: the folder of a demo's data."""
    paths = arranged(var)
    port = free_port()
    granian = start(web_command("127.0.0.1", port, 2, 4), production(var), var / "production.log")
    try:
        base = f"http://127.0.0.1:{port}"
        wait_for("127.0.0.1", port, var / "production.log")
        with behind_nginx(port) as certificate:
            yield House(
                base, certificate, paths, signed_in(base, json.loads((var / "demo_passwords.json").read_text())[WHO])
            )
    finally:
        programs.stop(granian)


def production(var):
    """As a server has them; but the scanners speak to granian without the proxy that would add TLS."""
    return {
        "NEWSROOM_ENV": "production",
        "NEWSROOM_VAR": str(var),
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": f"127.0.0.1,localhost,{ADDRESS}",
        "DATABASE_URL": os.environ.get("DATABASE_URL") or f"sqlite:///{var}/newsroom.sqlite3",
        "SECURE_SSL_REDIRECT": "0",
        "LOG_LEVEL": "WARNING",
    }


def start(command, environment, log):
    with log.open("w") as output:
        return subprocess.Popen(command, cwd=ROOT, env=os.environ | environment, stdout=output, stderr=output)


def wait_for(host, port, log):
    for _look in range(120):
        with suppress(OSError), socket.create_connection((host, port), timeout=5):
            return
        time.sleep(0.5)
    raise SystemExit(f"Nobody listens at {host}:{port}:\n{log.read_text()}")


def arranged(var):
    """{kind: path} of one page of each kind, as make audit looks at them."""
    command = [sys.executable, "-m", "tests.audit.arrange"]
    environment = os.environ | {"NEWSROOM_VAR": str(var)}
    answer = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(answer.stdout.splitlines()[-1])


@contextmanager
def behind_nginx(port):
    """deploy/nginx-site.conf as it stands, on an address of the loopback's own. Yields the certificate of it."""
    with tempfile.TemporaryDirectory(prefix="newsroom-site-", dir="/tmp") as name:
        folder = Path(name)
        certify(folder)
        path = write(folder, site(folder, free_port(), port))
        listen(folder / "nginx-site.conf")
        command = [programs.find("nginx"), "-p", str(folder), "-e", "error.log", "-c", str(path)]
        log = (folder / "output").open("w")
        with log, subprocess.Popen(command, cwd=folder, stdout=log, stderr=log) as nginx:
            wait_for(ADDRESS, 443, folder / "output")
            try:
                yield folder / "fullchain.pem"
            finally:
                programs.stop(nginx)


def listen(path):
    """The Observatory asks at the ports that browsers do, and nowhere else."""
    text = re.sub(r"listen 127\.0\.0\.1:\d+;", f"listen {ADDRESS}:80;", path.read_text())
    path.write_text(re.sub(r"listen 127\.0\.0\.1:\d+ ssl", f"listen {ADDRESS}:443 ssl", text))


def certify(folder):
    """Signed by itself, for an address: whoever is told to may believe it."""
    key = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    names = ["-days", "2", "-subj", f"/CN={ADDRESS}", "-addext", f"subjectAltName=IP:{ADDRESS}"]
    files = ["-keyout", "privkey.pem", "-out", "fullchain.pem"]
    subprocess.run([*key, *files, *names], cwd=folder, check=True, capture_output=True)


class Unfollowed(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *asked):
        return None


def signed_in(base, password):
    """The cookies that signing in gives; they are for TLS only, and here sent by hand."""
    address = f"{base}/admin/login/"
    with urllib.request.urlopen(address, timeout=30) as answer:
        cookies = cookies_of(answer)
        token = answer.read().decode().partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    typed = {"username": WHO, "password": password, "csrfmiddlewaretoken": token, "next": "/admin/"}
    said = "; ".join(f"{name}={value}" for name, value in cookies.items())
    request = urllib.request.Request(address, urllib.parse.urlencode(typed).encode(), {"Cookie": said})
    try:
        urllib.request.build_opener(Unfollowed).open(request, timeout=30)
    except urllib.error.HTTPError as answer:
        if answer.code == 302:
            return cookies | cookies_of(answer)
    raise SystemExit("The sample's chief editor could not sign in.")


def cookies_of(answer):
    return {
        name: morsel.value
        for line in answer.headers.get_all("Set-Cookie", [])
        for name, morsel in SimpleCookie(line).items()
    }
