"""What happens to a story happens to every page that shows it, before the newsroom's door as behind it."""

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

from django.test import TransactionTestCase, override_settings
from django.utils import timezone

from articles.corrections import enter
from articles.models import Correction
from articles.publishing import publish, withdraw
from desk.job_runner import JobRunner
from desk.models import Paper
from pagecache import purging
from pagecache.applying import apply_waiting
from pagecache.files.shelf import folder, keep_up_with_the_log
from pagecache.models import Log
from pagecache.shelves import shelf_named
from tests.factories import make_article, make_published, make_region
from tests.pagecache.houses import ask, open_house
from tests.pagecache.reader import kept_pages
from tests.pagecache.test_files import fitted, let_links_last
from tests.servers import programs
from tests.servers.nginx import NAME as NGINX
from tests.servers.nginx import configuration, temporary_nginx
from tests.servers.varnish import NAME as VARNISH
from tests.servers.varnish import temporary_varnish


class StoriesFarAway:
    """Two stories of two regions, and all pages about them read once, so that they lie before the door."""

    def setUp(self):
        Paper.current()
        Log.objects.get_or_create(pk=1)  # the migration's row, which a test before this one has emptied
        self.shaoxing = make_region(code="330681", name="诸暨市")
        self.nanjing = make_region(code="320100", name="南京市")
        self.first = make_published(headline="高温下的坚守", regions=[self.shaoxing])
        self.second = make_published(headline="南京的夜班", regions=[self.nanjing])
        self.stand_before()
        apply_waiting()
        self.settle()
        self.read_all()

    @property
    def about_first(self):
        return ["/regions/330681/", "/regions/330000/", f"/articles/{self.first.pk}/"]

    @property
    def about_second(self):
        return ["/regions/320100/", f"/articles/{self.second.pk}/"]

    def read_all(self):
        """{address: what is said there}, and which of them the newsroom had to be asked for."""
        self.house.asked.clear()
        addresses = ["/", *self.about_first, *self.about_second]
        said = {address: ask(self.port, address) for address in addresses}
        return said, [address for address in self.house.asked if address != "/healthz/live"]

    def test_a_new_story_stands_where_it_belongs_and_leaves_the_others_alone(self):
        story = make_article(headline="清晨的早市", regions=[self.shaoxing], stage="ready")
        publish(story)
        self.settle()

        said, asked = self.read_all()

        for address in ("/", "/regions/330681/", "/regions/330000/"):
            self.assertIn("清晨的早市", said[address].text)
        self.assertTrue(set(asked).isdisjoint(self.about_second), asked)

    def test_a_correction_stands_with_its_story(self):
        since = timezone.now() - timedelta(minutes=1)
        enter(Correction(article=self.first, wrong="三十五度", right="三十八度", published_at=since))
        self.settle()

        said, asked = self.read_all()

        self.assertIn("三十八度", said[f"/articles/{self.first.pk}/"].text)
        self.assertTrue(set(asked).isdisjoint(self.about_second), asked)

    def test_a_withdrawn_story_is_nowhere_any_more(self):
        withdraw(self.first, reason="有误")
        self.settle()

        said, asked = self.read_all()

        self.assertEqual(said[f"/articles/{self.first.pk}/"].status, 410)
        self.assertEqual([address for address in said if "高温下的坚守" in said[address].text], [])
        self.assertTrue(set(asked).isdisjoint(self.about_second), asked)


class StoriesInFilesTests(StoriesFarAway, TransactionTestCase):
    @classmethod
    def setUpClass(cls):
        programs.demand(NGINX, "the tests of stories as files")
        super().setUpClass()

    def stand_before(self):
        pages = Path(tempfile.mkdtemp(prefix="newsroom-pages-", dir="/tmp"))
        self.addCleanup(shutil.rmtree, pages, ignore_errors=True)
        self.enterContext(kept_pages(PAGE_CACHE="files", PAGES_ROOT=pages, ROOT_URLCONF="newsroom.urls"))
        for made in (shelf_named, folder):
            made.cache_clear()
            self.addCleanup(made.cache_clear)
        self.house = self.enterContext(open_house())
        inside = self.enterContext(temporary_nginx(lambda port: fitted(port, self.house.server_port, pages)))
        self.port = inside.port
        keep_up_with_the_log()
        let_links_last(pages)

    def settle(self):
        """Nothing to do: what changed is gone when the act is."""


class StoriesInVarnishTests(StoriesFarAway, TransactionTestCase):
    @classmethod
    def setUpClass(cls):
        programs.demand(VARNISH, "the tests of stories in Varnish")
        super().setUpClass()

    def stand_before(self):
        purging.silent_until.clear()
        self.enterContext(kept_pages(ROOT_URLCONF="newsroom.urls"))
        self.house = self.enterContext(open_house())
        vcl = configuration("varnish.vcl", {'"8000"': f'"{self.house.server_port}"'})
        varnish = self.enterContext(temporary_varnish(vcl))
        self.enterContext(override_settings(PAGE_CACHE_PURGE=[varnish.url]))
        self.port = varnish.port

    def settle(self):
        JobRunner("tests", silence=60).run_due()
