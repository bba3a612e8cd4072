"""nginx: with one page as a file, which is as fast as a page gets, and as it stands before PAGE_CACHE=files."""

import gzip
import os
import shutil
import tempfile
import threading
import time
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from django.conf import settings

from newsroom.benchmark.served.servers import Server, fetched, free_port, newsroom, started
from pagecache.files.beat import beat
from pagecache.files.folder import Folder

STATIC, FILES = "nginx static", "files"
DEPLOY = settings.BASE_DIR / "deploy"
BETWEEN_BEATS = 3  # seconds
AROUND = """
worker_processes 1;
{user}
daemon off;
pid {folder}/pid;
error_log stderr crit;
events {{ worker_connections 512; }}
http {{
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  {inside}
}}
"""
ONE_FILE = """
  sendfile on;
  default_type "text/html; charset=utf-8";
  server {{
    listen 127.0.0.1:{port};
    root {folder}/pages;
    gzip_static on;
  }}
"""


def is_there():
    return shutil.which("nginx") is not None


def user():
    """Started by root it would read as nobody, from whom a temporary folder is closed."""
    return "user root;" if os.geteuid() == 0 else ""


@contextmanager
def nginx(inside):
    """inside: what stands in its http block, made from folder and port. Gives folder, port and process."""
    with tempfile.TemporaryDirectory() as name:
        folder, port = Path(name), free_port()
        (folder / "nginx.conf").write_text(AROUND.format(folder=folder, inside=inside(folder, port), user=user()))
        command = [shutil.which("nginx"), "-p", name, "-e", "stderr", "-c", str(folder / "nginx.conf")]
        with started(command, port) as process:
            yield folder, port, process


@contextmanager
def static_file(path, page):
    """The page as a file, packed beforehand as well."""
    with nginx(lambda folder, port: ONE_FILE.format(folder=folder, port=port)) as (folder, port, process):
        place = folder / "pages" / path.strip("/")
        place.mkdir(parents=True)
        (place / "index.html").write_bytes(page)
        (place / "index.html.gz").write_bytes(gzip.compress(page, 6))
        yield Server(STATIC, f"http://127.0.0.1:{port}{path}", process.pid)


@contextmanager
def kept_files(path):
    """nginx by deploy/nginx-files.conf with a newsroom behind it; only nginx is asked once the file is there."""
    with ExitStack() as running:
        pages = running.enter_context(tempfile.TemporaryDirectory())
        behind = running.enter_context(newsroom(FILES, path, env={"PAGES_ROOT": pages}))
        running.enter_context(beating(Path(pages)))
        inside = partial(deployed, pages, behind.address.removesuffix(path).rpartition(":")[2])
        _folder, port, process = running.enter_context(nginx(inside))
        address = f"http://127.0.0.1:{port}{path}"
        fetched(address)
        yield Server(FILES, address, process.pid, behind.pid)


def deployed(pages, port_behind, _folder, port):
    text = (DEPLOY / "nginx-files.conf").read_text()
    ours = {
        "/srv/newsroom/var/pages": pages,
        "/srv/newsroom/var/static": str(settings.STATIC_ROOT),
        "127.0.0.1:8000": f"127.0.0.1:{port_behind}",
        "listen 80;": f"listen 127.0.0.1:{port};",
        "server_name news.example.com;": "server_name _;",
        "include mime.types;": "",
        "include nginx-": f"include {DEPLOY}/nginx-",
    }
    for theirs, here in ours.items():
        text = text.replace(theirs, here)
    return text


@contextmanager
def beating(root):
    """What the worker does for the files every few seconds."""
    ended = threading.Event()

    def go_on():
        while not ended.wait(BETWEEN_BEATS):
            beat(Folder(root), time.time())

    beat(Folder(root), time.time())
    thread = threading.Thread(target=go_on)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
