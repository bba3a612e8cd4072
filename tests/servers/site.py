"""nginx as it stands before a newsroom in production (deploy/nginx-site.conf), with this machine's places filled in."""

import subprocess

from tests.servers import programs
from tests.servers.nginx import AROUND, DEPLOY
from tests.servers.office import free_port

WEB = "server 127.0.0.1:{} max_fails=2 fail_timeout=5s;"


def certificate(folder):
    """For a year, signed by itself, as nginx asks for one before it starts."""
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    names = ["-keyout", "privkey.pem", "-out", "fullchain.pem", "-days", "2", "-subj", "/CN=localhost"]
    subprocess.run([*command, *names], cwd=folder, check=True, capture_output=True)


def site(folder, port, *houses):
    """nginx-site.conf with this machine's places, its web machines, and all that it includes."""
    here = {
        "/etc/newsroom/tls": folder,
        "/var/cache/nginx/newsroom": folder / "cache",
        "/var/log/newsroom/nginx.log newsroom buffer=64k flush=5s": f"{folder}/newsroom.log newsroom",
        "/srv/newsroom/deploy": DEPLOY,
        "listen 80;": f"listen 127.0.0.1:{free_port()};",
        "listen 443 ssl http2;": f"listen 127.0.0.1:{port} ssl http2;",
        WEB.format(8000): "\n    ".join(map(WEB.format, houses)),
        "include nginx-": f"include {folder}/nginx-",
    }
    for path in DEPLOY.glob("nginx-*.conf"):
        text = path.read_text()
        for name, place in here.items():
            text = text.replace(name, str(place))
        (folder / path.name).write_text(text)
    (folder / "cache").mkdir(exist_ok=True)
    return f"include {folder}/nginx-site.conf;"


def write(folder, inside, ahead=""):
    user = "user root;" if programs.account() == "root" else ""
    path = folder / "nginx.conf"
    path.write_text(ahead + AROUND.format(folder=folder, user=user, inside=inside))
    return path
