from django.test import SimpleTestCase

from desk.worker import Worker
from pagecache.files.places import place_of
from tests.servers.office import Office


class SettingsTests(SimpleTestCase):
    def said(self, **environment):
        office = Office()
        self.addCleanup(office.clear)
        return office.manage("check", **environment).stderr

    def test_redis_wants_its_address(self):
        self.assertIn("PAGE_CACHE=redis wants REDIS_URL", self.said(PAGE_CACHE="redis", REDIS_URL=""))

    def test_files_and_purges_exclude_each_other(self):
        said = self.said(PAGE_CACHE="files", PAGE_CACHE_PURGE="http://127.0.0.1:6081/")

        self.assertIn("PAGE_CACHE_PURGE wants PAGE_CACHE=database or redis", said)


class PlaceTests(SimpleTestCase):
    def test_plain_addresses_have_one(self):
        places = {
            "https://news.example.com/?": "https/news.example.com/index.html",
            "http://localhost:8000/articles/12/?": "http/localhost:8000/articles/12/index.html",
            "http://localhost/articles/12.ninjs.json?": "http/localhost/articles/12.ninjs.json",
            "http://localhost/tags/枫桥/?": "http/localhost/tags/枫桥/index.html",
        }

        for address, place in places.items():
            with self.subTest(address):
                self.assertEqual(place_of(address.encode().decode("latin-1")), place)

    def test_all_others_have_none(self):
        paths = ["/x", "/.x/", "/x//y/", "/x/../y/", "/x.gz", "/x.html", "/%41/", "/a b/", f"/{'x' * 251}/", "/x\x00/"]
        odd = [*(f"http://localhost{path}?" for path in paths), "http://localhost/?large=1", "ftp://localhost/?"]
        hosts = ["..", "a..b", "LOCALHOST", "a/b", "", "-a", "a:b"]

        for address in [*odd, *(f"http://{host}/x/?" for host in hosts if host != "a/b"), "http://localhost/\xff/?"]:
            with self.subTest(address):
                self.assertIsNone(place_of(address))


class BesideTests(SimpleTestCase):
    def test_what_fails_beside_the_rounds_is_told_and_the_end_is_done(self):
        worker, done = Worker(duties=[]), []

        def fail():
            worker.stop()
            raise ValueError("no room")

        with self.assertLogs("desk.worker", "ERROR") as told:
            worker.do_beside(fail, lambda: done.append("end"))

        self.assertIn("no room", told.output[0])
        self.assertEqual(done, ["end"])
