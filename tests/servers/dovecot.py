"""A Dovecot of the tests' own: a real IMAP server on a free port of this machine, run without any rights."""

import contextlib
import grp
import os
import pwd
import re
import socket
import subprocess
import time
from pathlib import Path
from typing import NamedTuple

from tests.servers import programs
from tests.servers.office import free_port

NAME = "dovecot"
PASSWORD = "open-sesame"
# Every user may log in and finds an empty mailbox; what it is made of is the same in all versions.
SHARED = """
base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
first_valid_uid = 1
auth_failure_delay = 0
ssl = yes
service anvil {{
  chroot =
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {ssl_port}
  }}
}}
"""
OF_2_3 = """
disable_plaintext_auth = no
mail_location = maildir:{folder}/mail/%u
{certificate}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}/mail/%u
}}
"""
OF_2_4 = """
auth_allow_cleartext = yes
mail_driver = maildir
mail_path = {folder}/mail/%{{user}}
{certificate}
passdb static {{
  password = {password}
}}
userdb static {{
  fields {{
    uid = {user}
    gid = {group}
    home = {folder}/mail/%{{user}}
  }}
}}
"""
CERTIFICATE = {
    OF_2_3: "ssl_cert = <{folder}/certificate\nssl_key = <{folder}/key\n",
    OF_2_4: "ssl_server_cert_file = {folder}/certificate\nssl_server_key_file = {folder}/key\n",
}


class Server(NamedTuple):
    """certificate: the file with which its TLS is trusted."""

    port: int
    ssl_port: int
    folder: Path

    @property
    def certificate(self):
        return self.folder / "certificate"

    @property
    def said(self):
        """Its log."""
        return (self.folder / "log").read_text(errors="replace")


@contextlib.contextmanager
def temporary_dovecot():
    with programs.temporary_folder("imap") as folder:
        server = Server(free_port(), free_port(), folder)
        account = servant()
        write_certificate(folder)
        write_configuration(server, account)
        hand_over(folder, account)
        process = start(server, account)
        try:
            wait_until_ready(server, process)
            yield server
        finally:
            programs.stop(process)


def servant():
    """Whoever runs the tests; for root, who shall serve no mail, nobody."""
    return pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())


def write_certificate(folder):
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"),
            *("-keyout", folder / "key", "-out", folder / "certificate"),
        ],
        check=True,
        capture_output=True,
    )


def write_configuration(server, account):
    said = subprocess.run([programs.find(NAME), "--version"], capture_output=True, text=True, check=True).stdout
    version = re.match(r"[0-9.]+", said)[0]
    is_new = tuple(map(int, version.split(".")))[:2] >= (2, 4)
    head = f"dovecot_config_version = {version}\ndovecot_storage_version = {version}\n" if is_new else ""
    own = OF_2_4 if is_new else OF_2_3
    names = {
        "folder": server.folder,
        "port": server.port,
        "ssl_port": server.ssl_port,
        "user": account.pw_name,
        "group": group_of(account),
        "password": PASSWORD,
        "certificate": CERTIFICATE[own].format(folder=server.folder),
    }
    (server.folder / "configuration").write_text(head + (SHARED + own).format(**names))


def group_of(account):
    return grp.getgrgid(account.pw_gid).gr_name


def hand_over(folder, account):
    for name in ("run", "mail"):
        (folder / name).mkdir()
    for path in [folder, *folder.iterdir()]:
        os.chown(path, account.pw_uid, account.pw_gid)


def start(server, account):
    as_whom = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if os.geteuid() == 0 else {}
    with (server.folder / "output").open("w") as output:
        return subprocess.Popen(
            [programs.find(NAME), "-F", "-c", server.folder / "configuration"],
            cwd=server.folder,
            stdout=output,
            stderr=subprocess.STDOUT,
            **as_whom,
        )


def wait_until_ready(server, process):
    for _look in range(200):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", server.port), timeout=5) as peer:
            if peer.recv(4) == b"* OK":
                return
        if process.poll() is not None:
            break
        time.sleep(0.1)
    told = "\n".join(path.read_text() for path in server.folder.glob("[ol]*") if path.is_file())
    raise RuntimeError(f"Dovecot did not start:\n{told}")
