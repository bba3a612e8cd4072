"""Servers of the comparison, each on a free port of this machine and ended with the run."""

import gzip
import os
import shutil
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import Request, urlopen

from newsroom.benchmark.served.processes import family, processor_seconds
from newsroom.serving import MEMORY, ROOT, answers, web_command

SECONDS_TO_START = 60
THREADS = 4
NGINX = """
worker_processes 1;
daemon off;
pid {folder}/pid;
error_log stderr crit;
events {{ worker_connections 256; }}
http {{
  access_log off;
  sendfile on;
  default_type "text/html; charset=utf-8";
  keepalive_requests 1000000;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    root {folder}/pages;
    gzip_static on;
  }}
}}
"""


@dataclass(frozen=True)
class Server:
    name: str
    address: str  # of the page that it is asked for
    pid: int

    def processor_seconds(self):
        return processor_seconds(family(self.pid))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def started(command, port, env=()):
    """Gives the process once it answers; it and all it has started end with the block."""
    process = subprocess.Popen(  # noqa: S603
        command, cwd=ROOT, env={**os.environ, **dict(env)}, start_new_session=True
    )
    try:
        wait_for(process, port)
        yield process
    finally:
        process.terminate()
        process.wait(30)


def wait_for(process, port):
    end = time.monotonic() + SECONDS_TO_START
    while not answers("127.0.0.1", port):
        if process.poll() is not None or time.monotonic() > end:
            raise RuntimeError(f"{process.args[0]} does not answer on port {port}")
        time.sleep(0.1)


@contextmanager
def newsroom(mode, path, workers=1):
    """As `serve` runs it, with PAGE_CACHE set to the mode."""
    port = free_port()
    command = web_command("127.0.0.1", port, workers, THREADS)
    with started(command, port, {**MEMORY, "PAGE_CACHE": mode}) as process:
        yield Server(mode, f"http://127.0.0.1:{port}{path}", process.pid)


@contextmanager
def static_file(path, page):
    """nginx with that page as a file, packed beforehand as well."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)  # nginx reads as nobody where it is started by root
        write_page(Path(folder) / "pages" / path.strip("/"), page)
        settings = Path(folder) / "nginx.conf"
        settings.write_text(NGINX.format(folder=folder, port=port))
        command = [shutil.which("nginx"), "-p", folder, "-e", "stderr", "-c", str(settings)]
        with started(command, port) as process:
            yield Server("nginx static", f"http://127.0.0.1:{port}{path}", process.pid)


def write_page(folder, page):
    folder.mkdir(parents=True)
    (folder / "index.html").write_bytes(page)
    (folder / "index.html.gz").write_bytes(gzip.compress(page, 6))


def fetched(address):
    """The page as anybody gets it, unpacked."""
    with urlopen(Request(address, headers={"Accept-Encoding": "identity"}), timeout=30) as answer:  # noqa: S310
        return answer.read()
