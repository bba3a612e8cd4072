"""Who opens a connection, and to whose address: every module that can is named here. Nobody goes where a text says."""

import ast
from pathlib import Path

from django.test import SimpleTestCase

from tests.newsroom.test_floors import FLOORS

ROOT = Path(__file__).resolve().parent.parent.parent
# What a connection is opened by.
OPENERS = {
    *("aiohttp", "asyncio", "boto3", "botocore", "ftplib", "http", "httpx", "imapclient", "imaplib", "poplib"),
    *("redis", "requests", "smtplib", "socket", "socketserver", "ssl", "storages", "telnetlib", "urllib3"),
    *("urllib.request", "xmlrpc", "subprocess", "django.core.mail"),
}
OPERATORS = "an address of the settings"
OWN = "a program of the machine, named by the settings or by us"
NONE = "names and errors only"
MODULES = {
    "desk/notice_mail.py": OPERATORS,  # EMAIL_HOST
    "intake/mail/connection.py": OPERATORS,  # INTAKE_MAIL_HOST
    "intake/mail/fetching.py": NONE,
    "intake/mail/mailbox.py": NONE,
    "newsroom/bucket.py": OPERATORS,  # STORAGE_BUCKET
    "newsroom/my/letters.py": OPERATORS,  # EMAIL_HOST
    "newsroom/pushing.py": OPERATORS,  # PUSH_ADDRESS
    "newsroom/seeing/readiness.py": OPERATORS,  # REDIS_URL
    "pagecache/answering.py": NONE,
    "pagecache/purging.py": OPERATORS,  # PAGE_CACHE_PURGE
    "pagecache/redis.py": OPERATORS,  # REDIS_URL
    "newsroom/serving.py": OWN,  # itself, on loopback
    "newsroom/guarding.py": OWN,
    "newsroom/backups/postgresql.py": OWN,  # pg_dump to DATABASE_URL
    "intake/apart.py": OWN,  # ourselves, in a process with limits
    "intake/documents/office.py": OWN,  # LibreOffice, told to fetch nothing (tests/intake/documents/test_office.py)
}


class ConnectionTests(SimpleTestCase):
    maxDiff = None

    def test_whoever_can_open_one_is_known(self):
        found = {str(path.relative_to(ROOT)) for path in modules() if openers_in(path)}

        self.assertEqual(found, set(MODULES))


def modules():
    for app in FLOORS:
        for path in (ROOT / app).rglob("*.py"):
            if not {"benchmark", "load"} & set(path.parts):  # commands that ask the newsroom itself
                yield path


def openers_in(path):
    names, text = set(), path.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(text)) if any(name in text for name in OPENERS) else ():
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return {name for name in names if name in OPENERS or name.partition(".")[0] in OPENERS} - {"http.HTTPStatus"}
