"""Two processes that publish and read at once, with pages in Redis and as files."""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from django.test import TransactionTestCase

from articles.models import Column
from desk.models import Paper
from pagecache.applying import apply_waiting
from pagecache.models import Log
from pagecache.shelves import shelf_named
from tests.pagecache.crowd import PUBLICATIONS, PUBLISHERS, READERS, READINGS
from tests.pagecache.reader import kept_pages
from tests.servers import programs
from tests.servers.redis import NAME, temporary_redis
from tests.servers.workers import start_beside


class CrowdsFarAwayTests(TransactionTestCase):
    def setUp(self):
        Paper.current()
        Log.objects.get_or_create(pk=1)  # the migration's row, which a test before this one has emptied
        self.pk = Column.objects.create(name="1", slug="unity").pk

    def crowds(self, **settings):
        """What two of them say of their readers; the column's name counts the publications of both."""
        arguments = ("crowd", self.pk, json.dumps(settings))
        crowds = [start_beside("tests.pagecache.crowd", *arguments, stdout=subprocess.PIPE) for _crowd in range(2)]
        told = [json.loads(crowd.communicate(timeout=180)[0]) for crowd in crowds]
        self.assertEqual([crowd["troubles"] for crowd in told], [[], []])
        self.assertEqual([crowd["readings"] for crowd in told], [READERS * READINGS] * 2)
        self.last = str(1 + 2 * PUBLISHERS * PUBLICATIONS)
        self.assertEqual(Column.objects.get(pk=self.pk).name, self.last)
        return told

    def apply_what_was_left(self, pages):
        """As a worker does."""
        shelf_named.cache_clear()
        self.addCleanup(shelf_named.cache_clear)
        with kept_pages(PAGE_CACHE="files", PAGES_ROOT=pages):
            apply_waiting()

    def test_nobody_reads_what_is_out_of_date_from_redis(self):
        programs.demand(NAME, "two processes before one Redis")
        redis = self.enterContext(temporary_redis())

        told = self.crowds(PAGE_CACHE="redis", REDIS_URL=redis.url)

        self.assertEqual([crowd["stale"] for crowd in told], [0, 0])

    def test_no_file_is_left_that_is_out_of_date(self):
        pages = Path(tempfile.mkdtemp(prefix="newsroom-pages-", dir="/tmp"))
        self.addCleanup(shutil.rmtree, pages, ignore_errors=True)

        told = self.crowds(PAGE_CACHE="files", PAGES_ROOT=str(pages))

        self.assertEqual([crowd["stale"] for crowd in told], [0, 0])
        self.apply_what_was_left(pages)
        left = [path.read_text().split()[0] for path in pages.rglob("index.html")]
        self.assertIn(left, ([], [self.last]))
