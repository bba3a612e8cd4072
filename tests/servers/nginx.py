"""An nginx of the tests' own, with a configuration of the newsroom's under deploy/."""

import contextlib
from pathlib import Path

from tests.servers import programs
from tests.servers.office import free_port

NAME = "nginx"
DEPLOY = Path(__file__).resolve().parent.parent.parent / "deploy"
AROUND = """
daemon off;
{user}
worker_processes 1;
pid {folder}/pid;
error_log {folder}/error.log warn;
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


class Nginx:
    def __init__(self, folder):
        self.folder, self.port, self.process = folder, free_port(), None

    @property
    def said(self):
        """Its log of errors."""
        return (self.folder / "error.log").read_text()

    def write(self, inside):
        """inside: what stands in its http block."""
        user = f"user {programs.account()};" if programs.account() == "root" else ""
        text = AROUND.format(folder=self.folder, user=user, inside=inside)
        (self.folder / "nginx.conf").write_text(text)

    def start(self):
        command = [
            programs.find(NAME),
            "-p",
            str(self.folder),
            "-e",
            "error.log",
            "-c",
            str(self.folder / "nginx.conf"),
        ]
        self.process = programs.start(command, self.folder, self.port)


def configuration(name, replaced):
    """One of deploy/, with the places that a newsroom fills in filled in. Every one of them has to be there."""
    text = (DEPLOY / name).read_text()
    for here, there in replaced.items():
        assert here in text, f"{name} says nothing of {here}"
        text = text.replace(here, str(there))
    return text


@contextlib.contextmanager
def temporary_nginx(inside):
    """inside: what stands in its http block, made from its port."""
    with programs.temporary_folder("nginx") as folder:
        nginx = Nginx(folder)
        nginx.write(inside(nginx.port))
        with programs.running(nginx):
            yield nginx
