"""A bucket for a test: on the server that the environment names, or on moto's; over a line that can be cut."""

import os
import secrets
from functools import cache
from unittest import SkipTest
from unittest.mock import patch
from urllib.parse import urlsplit

from django.conf import settings
from django.test import override_settings

from newsroom import bucket, elsewhere
from tests.servers.bucket import KEYS, temporary_bucket
from tests.servers.chromium import UNTIL_THE_END
from tests.servers.cutting import Line

# Shorter than in life, so that a line on which nothing moves keeps no test waiting.
IMPATIENT = {"connect_timeout": 2, "read_timeout": 2, "retries": {"total_max_attempts": 2, "mode": "standard"}}


@cache
def moto():
    return f"http://127.0.0.1:{UNTIL_THE_END.enter_context(temporary_bucket())}"


def variables():
    """The newsroom's own, with a folder for one test."""
    said = settings.STORAGE_OF_TESTS or {"STORAGE_BUCKET": "news", "STORAGE_ENDPOINT": moto(), **KEYS}
    return said | {"STORAGE_FOLDER": f"{said.get('STORAGE_FOLDER', '')}/tests-{secrets.token_hex(6)}".strip("/")}


def uploads(said):
    with patch.dict(os.environ, said):
        return elsewhere.uploads()


def empty(storage):
    """What the test has left, and what it began to write in parts."""
    storage.bucket.objects.filter(Prefix=f"{storage.location}/").delete()
    for upload in storage.bucket.multipart_uploads.all():
        if upload.object_key.startswith(f"{storage.location}/"):
            upload.abort()


class InABucket:
    """Mixed into a TestCase: its uploads lie in the bucket. `self.behind` is the same bucket, asked directly."""

    def setUp(self):
        super().setUp()
        self.said = said = variables()
        self.behind = bucket.Bucket(**uploads(said)["OPTIONS"])
        self.behind.make()
        self.addCleanup(empty, self.behind)
        self.enterContext(override_settings(STORAGES=settings.STORAGES | {"default": uploads(self.reached(said))}))

    def reached(self, said):
        return said

    def names(self, folder=""):
        """All that lie there, by their names for the newsroom."""
        begin = len(f"{self.behind.location}/")
        found = self.behind.bucket.objects.filter(Prefix=f"{self.behind.location}/{folder}")
        return sorted(one.key[begin:] for one in found)


class OverALine(InABucket):
    """`self.line` leads to the bucket, and may be cut."""

    def reached(self, said):
        where = urlsplit(said.get("STORAGE_ENDPOINT", ""))
        if where.scheme != "http":
            raise SkipTest("Only a line without TLS can be cut, and STORAGE_ENDPOINT is no address with http.")
        self.line = self.enterContext(Line(where.hostname, where.port or 80))
        self.enterContext(patch.object(bucket, "PATIENCE", IMPATIENT))
        return said | {"STORAGE_ENDPOINT": f"http://127.0.0.1:{self.line.port}"}
