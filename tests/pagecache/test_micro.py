"""nginx that keeps pages for a second, with the newsroom's configuration."""

import tempfile

from django.test import TransactionTestCase

from tests.pagecache.houses import ask, open_house
from tests.pagecache.reader import kept_pages
from tests.servers import programs
from tests.servers.nginx import DEPLOY, NAME, configuration, temporary_nginx


class MicroCacheTests(TransactionTestCase):
    @classmethod
    def setUpClass(cls):
        programs.demand(NAME, "the tests of nginx that keeps pages for a second")
        super().setUpClass()

    def setUp(self):
        self.enterContext(kept_pages())
        self.house = self.enterContext(open_house())
        folder = self.enterContext(tempfile.TemporaryDirectory(prefix="newsroom-micro-", dir="/tmp"))
        self.nginx = self.enterContext(temporary_nginx(lambda port: self.fitted(port, folder)))

    def fitted(self, port, folder):
        words = {
            "listen 80;": f"listen 127.0.0.1:{port};",
            "/srv/newsroom/var/micro": folder,
            "127.0.0.1:8000": f"127.0.0.1:{self.house.server_port}",
            "include nginx-": f"include {DEPLOY}/nginx-",
            # However slow the machine is, that second is not over between two requests of a test.
            "200 410 1s;": "200 410 1h;",
        }
        return configuration("nginx-micro.conf", words)

    def ask(self, address, **headers):
        return ask(self.nginx.port, address, **headers)

    def test_asks_once_for_what_the_newsroom_keeps(self):
        answers = [self.ask("/named/x/") for _reader in range(3)]

        self.assertEqual({answer.text for answer in answers}, {"x"})
        self.assertEqual(self.house.asked, ["/named/x/"])

    def test_keeps_nothing_that_is_one_readers(self):
        self.ask("/named/x/")
        self.ask("/named/x/", cookie="sessionid=abc")
        for address in ("/private/", "/cookie/", "/open/"):
            for _reader in range(2):
                self.ask(address)

        self.assertEqual(self.house.asked, ["/named/x/"] * 2 + ["/private/"] * 2 + ["/cookie/"] * 2 + ["/open/"] * 2)
