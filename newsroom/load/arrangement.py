"""
The house as deploy/ arranges it, on loopback: nginx with TLS, two web processes, one worker, Redis. The database is the
one that the settings name.

    site    nginx-site.conf, pages in Redis, and for a second in nginx
    plain   the same without nginx's cache: every request reaches the web server
    files   nginx-files.conf with the same TLS: kept pages are files
"""

import os
import shutil
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.db import connection

from newsroom.benchmark.served.servers import free_port, wait_for
from newsroom.guarding import Guard
from newsroom.serving import MEMORY, ROOT, is_taken, web_command, worker_command

SITE, PLAIN, FILES = "site", "plain", "files"
DEPLOY = ROOT / "deploy"
PROCESSES, THREADS = 2, 4  # as newsroom-web.service has it
ROOM_IN_REDIS = "128mb"
OWN_FOLDERS = "".join(f"{name}_temp_path {{home}}/{name};\n    " for name in ("proxy", "fastcgi", "uwsgi", "scgi"))
CACHED_IN_NGINX = ("proxy_cache", "proxy_ignore_headers", "proxy_no_cache")


@dataclass
class House:
    """parts: {name: process, with all below it}. door: nginx; behind: one of the web server's ports."""

    door: int = 0
    behind: int = 0
    parts: dict = field(default_factory=dict)

    @property
    def host(self):
        return f"127.0.0.1:{self.door}"


@contextmanager
def house(arrangement, home, processes=PROCESSES):
    """home: a folder for certificate, static files, caches and logs, that may be there from another run."""
    found = House(door=free_port(), behind=free_port())
    with ExitStack() as running:
        env = in_production(home, **kept_in(arrangement, home, found, running))
        collect_static(env)
        log = running.enter_context((home / "newsroom.log").open("w"))
        web = web_command("127.0.0.1", found.behind, processes, THREADS)
        server = running.enter_context(beside(web, env=env, stderr=log))
        wait_for(server, found.behind)
        found.parts["web"] = server.pid
        found.parts["worker"] = running.enter_context(beside(worker_command(), env=env, stderr=log)).pid
        running.enter_context(nginx(arrangement, home, found))
        if connection.vendor == "postgresql":
            found.parts["PostgreSQL"] = postmaster()
        yield found


def in_production(home, **kept):
    return MEMORY | {
        "NEWSROOM_ENV": "production",
        "SECRET_KEY": settings.SECRET_KEY,
        "ALLOWED_HOSTS": "127.0.0.1",
        "NEWSROOM_VAR": str(settings.VAR_DIR),
        "STATIC_ROOT": str(home / "static"),
        "METRICS_DIR": str(home / "metrics"),
        **kept,
    }


def kept_in(arrangement, home, found, running):
    """Where pages are kept, as variables."""
    if arrangement == FILES:
        shutil.rmtree(home / "pages", ignore_errors=True)
        return {"PAGE_CACHE": "files", "PAGES_ROOT": str(home / "pages")}
    if not shutil.which("redis-server"):
        return {"PAGE_CACHE": "database"}
    port = free_port()
    room = ["--save", "", "--maxmemory", ROOM_IN_REDIS, "--maxmemory-policy", "allkeys-lru"]
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--dir", str(home), *room]
    found.parts["Redis"] = running.enter_context(beside(command, stdout=subprocess.DEVNULL)).pid
    return {"PAGE_CACHE": "redis", "REDIS_URL": f"redis://127.0.0.1:{port}/0"}


def collect_static(env):
    """By a process of its own: this one has the settings of a machine that is looked at, and not production's."""
    command = [sys.executable, str(ROOT / "manage.py"), "collectstatic", "--noinput", "--verbosity", "0"]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **env}, check=True)  # noqa: S603


@contextmanager
def beside(command, env=(), **streams):
    """A process that needs no port to be waited for; it ends with the block, or with this process."""
    process = subprocess.Popen(  # noqa: S603
        command, cwd=ROOT, env={**os.environ, **dict(env)}, start_new_session=True, **streams
    )
    guard = Guard()
    guard.watch_over(process)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(60)
        guard.dismiss()


@contextmanager
def nginx(arrangement, home, found):
    path = write_nginx(arrangement, home, found)
    command = [shutil.which("nginx"), "-p", str(home), "-e", "stderr", "-c", str(path), "-g", "daemon off;"]
    with (home / "logs" / "nginx.log").open("w") as log, beside(command, stderr=log) as process:
        while not is_taken("127.0.0.1", found.door):
            if process.poll() is not None:
                raise RuntimeError("nginx did not start.")
            time.sleep(0.1)
        found.parts["nginx"] = process.pid
        yield


def write_nginx(arrangement, home, found):
    """All of deploy/'s, led to this run; the one to begin with."""
    certificate(home)
    for name in ("cache", "logs", "pages"):
        (home / name).mkdir(exist_ok=True)
    for path in DEPLOY.glob("nginx-*.conf"):
        (home / path.name).write_text(led_here(path, arrangement, home, found))
    return home / "nginx-main.conf"


def led_here(path, arrangement, home, found):
    """One of deploy/, with the places that a newsroom fills in, filled in."""
    text = path.read_text()
    for theirs, ours in places(path.name, arrangement, home, found).items():
        text = text.replace(theirs, str(ours))
    if path.name == "nginx-main.conf" and os.geteuid() == 0:  # as nobody it could not read what lies in the home
        text = f"user root;\n{text}"
    return uncached(text) if arrangement == PLAIN and path.name == "nginx-site.conf" else text


def places(name, arrangement, home, found):
    """{as it stands in the file of that name: what it is here}"""
    listen = f"listen {found.host} ssl http2;"
    here = {
        "/etc/newsroom/tls": home,
        "/var/cache/nginx/newsroom": home / "cache",
        "/var/log/newsroom/nginx.log": home / "logs" / "newsroom.log",
        "/srv/newsroom/var/pages": home / "pages",
        "/srv/newsroom/var/static": home / "static",
        "/srv/newsroom/deploy": DEPLOY,
        "/run/nginx.pid": home / "nginx.pid",
        "127.0.0.1:8000": f"127.0.0.1:{found.behind}",
        "include nginx-site.conf;": f"client_body_temp_path {home}/body;\n    {OWN_FOLDERS.format(home=home)}"
        f"include {home}/nginx-{FILES if arrangement == FILES else SITE}.conf;",
        "include nginx-": f"include {home}/nginx-",
        "include mime.types;": "include /etc/nginx/mime.types;",
        "listen 443 ssl http2;": listen,
        "listen 80;": f"listen 127.0.0.1:{free_port()};",
        "server_name news.example.com;": "server_name _;",
    }
    if name == "nginx-files.conf":
        beside = "".join(f"include {home}/nginx-{part}.conf;\n" for part in ("limits", "compress", "log"))
        here["listen 80;"] = f"{listen}\n    include {home}/nginx-tls.conf;"
        here["upstream newsroom {"] = f"{beside}upstream newsroom {{"
    return here


def uncached(text):
    return "\n".join(line for line in text.splitlines() if not line.strip().startswith(CACHED_IN_NGINX))


def certificate(home):
    if (home / "fullchain.pem").exists():
        return
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    names = ["-keyout", "privkey.pem", "-out", "fullchain.pem", "-days", "30", "-subj", "/CN=127.0.0.1"]
    subprocess.run([*command, *names], cwd=home, check=True, capture_output=True)  # noqa: S603


def postmaster():
    """The process above our own connection's, where it is one of this machine."""
    connection.ensure_connection()
    backend = Path(f"/proc/{connection.connection.info.backend_pid}")
    if not backend.exists() or b"postgres" not in (backend / "cmdline").read_bytes():
        return None
    return int((backend / "stat").read_text().rpartition(")")[2].split()[1])
