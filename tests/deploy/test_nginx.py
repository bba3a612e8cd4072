"""The configuration for production, as a real nginx reads it and serves with it."""

import os
import ssl
import subprocess
import tempfile
from http.client import HTTPSConnection
from pathlib import Path

from django.test import SimpleTestCase, TransactionTestCase

from tests.pagecache.houses import open_house
from tests.pagecache.reader import kept_pages
from tests.servers import programs
from tests.servers.nginx import DEPLOY, NAME, configuration
from tests.servers.office import free_port
from tests.servers.site import certificate, site, write

BROTLI = "ngx_http_brotli_filter_module.so"


class NginxTestCase:
    @classmethod
    def setUpClass(cls):
        programs.demand(NAME, "the tests of nginx in production")
        programs.demand("openssl", "the tests of nginx in production")
        super().setUpClass()

    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory(prefix="newsroom-site-", dir="/tmp")))
        certificate(self.folder)


class SyntaxTests(NginxTestCase, SimpleTestCase):
    def read_by_nginx(self, path):
        command = [programs.find(NAME), "-t", "-q", "-p", str(self.folder), "-e", "error.log", "-c", str(path)]
        return subprocess.run(command, capture_output=True, text=True, check=False).stderr

    def test_nginx_finds_nothing_to_say_of_the_site(self):
        path = write(self.folder, site(self.folder, free_port(), 9))

        self.assertEqual(self.read_by_nginx(path), "")

    def test_nor_of_brotli_where_its_module_is(self):
        module = next(Path("/usr/lib/nginx/modules").glob(BROTLI), None)
        if module is None:
            self.assertNotEqual(os.environ.get("REQUIRE_ALL"), "1", "libnginx-mod-http-brotli-filter is not installed")
            self.skipTest("nginx has no module for brotli here: nginx-brotli.conf is not read.")
        inside = site(self.folder, free_port(), 9) + f"include {DEPLOY}/nginx-brotli.conf;"
        path = write(self.folder, inside, f"load_module {module};")

        self.assertEqual(self.read_by_nginx(path), "")


class SiteTests(NginxTestCase, TransactionTestCase):
    def setUp(self):
        super().setUp()
        self.enterContext(kept_pages())
        self.house = self.enterContext(open_house())
        self.port = free_port()
        path = write(self.folder, site(self.folder, self.port, self.house.server_port))
        command = [programs.find(NAME), "-p", str(self.folder), "-e", "error.log", "-c", str(path)]
        self.nginx = programs.start(command, self.folder, self.port)
        self.addCleanup(programs.stop, self.nginx)

    def ask(self, address, method="GET", body=None, **headers):
        trusting = ssl.create_default_context(cafile=self.folder / "fullchain.pem")
        trusting.check_hostname = False
        connection = HTTPSConnection("127.0.0.1", self.port, timeout=30, context=trusting)
        self.addCleanup(connection.close)
        sent = {"Host": "localhost"} | {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, address, body, sent)
        answer = connection.getresponse()
        return answer, answer.read()

    def test_sends_each_header_of_the_newsroom_once(self):
        answer, body = self.ask("/named/x/")

        self.assertEqual((answer.status, body), (200, b"x"))
        names = [name.lower() for name, _value in answer.getheaders()]
        self.assertEqual(len(names), len(set(names)), names)
        self.assertEqual(answer.getheader("Cache-Control"), "public, no-cache")

    def test_keeps_nothing_that_is_one_readers(self):
        for address, cookie in [("/named/x/", "sessionid=a"), ("/private/", ""), ("/cookie/", ""), ("/open/", "")]:
            for _reader in range(2):
                self.ask(address, **({"Cookie": cookie} if cookie else {}))

        self.assertEqual(len(self.house.asked), 8)

    def test_goes_on_showing_what_it_kept_while_the_newsroom_is_away(self):
        self.ask("/named/x/")
        self.house.shutdown()
        self.house.server_close()

        kept, text = self.ask("/named/x/")

        self.assertEqual((kept.status, text), (200, b"x"))
        for asked in (["/named/y/"], ["/admin/", "POST", b"a=b"]):
            other, page = self.ask(*asked)
            self.assertEqual((other.status, other.getheader("Retry-After")), (503, "30"))
            self.assertIn("暂时无法访问", page.decode())
        sheet, _rules = self.ask("/newsroom-away.css")
        self.assertEqual((sheet.status, sheet.getheader("Content-Type")), (200, "text/css"))

    def test_refuses_what_is_too_large_and_what_comes_too_often(self):
        self.house.set_app(short_answer)

        self.assertEqual(self.ask("/named/x/", "POST", b"x" * 1_100_000)[0].status, 413)
        self.assertEqual(self.ask("/submit/", "POST", b"x" * 1_100_000)[0].status, 200)
        tries = [self.ask("/admin/login/", "POST", b"a=b")[0].status for _try in range(25)]
        self.assertEqual((tries[0], tries[-1]), (200, 429))
        refused, page = self.ask("/metrics")
        self.assertEqual((refused.status, refused.getheader("X-Content-Type-Options")), (404, "nosniff"))
        self.assertIn("default-src 'none'", refused.getheader("Content-Security-Policy"))
        self.assertIn("请求未被接受", page.decode())

    def test_says_in_the_papers_language_what_it_refuses_itself(self):
        self.house.set_app(short_answer)
        large, often = self.ask("/named/x/", "POST", b"x" * 1_100_000), None
        for _try in range(25):
            often = self.ask("/admin/login/", "POST", b"a=b")
        long, heavy = self.ask("/" + "a" * 20_000), self.ask("/named/x/", X_Long="a" * 20_000)

        for (answer, page), status, words in (
            (large, 413, "填写的文字仍在"),
            (often, 429, "请稍等片刻"),
            (long, 414, "过长"),
            (heavy, 431, "过长"),
        ):
            self.assertEqual((answer.status, answer.getheader("Cache-Control")), (status, "no-store"))
            self.assertIn(words, page.decode())

    def test_cuts_parts_out_of_a_file(self):
        self.house.set_app(short_answer)

        answer, part = self.ask("/files/x/page.pdf", Range="bytes=2-3")

        self.assertEqual((answer.status, part, answer.getheader("Content-Range")), (206, b"23", "bytes 2-3/10"))

    def test_keeps_the_key_in_an_address_out_of_its_logs(self):
        """Those of errors too: the last answers are given while the newsroom is away."""
        addresses = [
            f"/{room}/k3y.s1gn/{rest}" for room in ("preview", "my", "files") for rest in ("", "640.webp?a=k3y")
        ]
        for address in addresses:
            self.ask(address)
        self.house.shutdown()
        self.house.server_close()
        for address in [*addresses, "/named/z/"]:
            self.ask(address)
        programs.stop(self.nginx)

        told = (self.folder / "newsroom.log").read_text()
        wrong = (self.folder / "error.log").read_text()

        self.assertEqual(told.count("/***"), len(addresses), told)
        self.assertIn("/named/z/", wrong)
        self.assertNotRegex(told + wrong, "k3y|s1gn|webp")

    def test_names_each_request_for_the_newsroom_itself(self):
        seen = []
        self.house.set_app(lambda environ, start: seen.append(environ) or short_answer(environ, start))

        self.ask("/named/x/", X_Request_ID="made-up", X_Forwarded_For="1.2.3.4", X_Forwarded_Proto="http")

        self.assertRegex(seen[0]["HTTP_X_REQUEST_ID"], r"^[0-9a-f]{32}$")
        self.assertEqual((seen[0]["HTTP_X_FORWARDED_FOR"], seen[0]["HTTP_X_FORWARDED_PROTO"]), ("127.0.0.1", "https"))


def short_answer(environ, start_response):
    """Of ten bytes: there is something to cut."""
    start_response("200 OK", [("Content-Type", "application/pdf"), ("Content-Length", "10")])
    return [b"0123456789"]


class PlacesTests(SimpleTestCase):
    def test_what_is_to_be_made_ones_own_is_there(self):
        for place in ("127.0.0.1:8000", "news.example.com", "/var/cache/nginx/newsroom"):
            configuration("nginx-site.conf", {place: ""})

    def test_each_server_says_where_it_logs(self):
        """Else the log of the machine's own nginx is used, with whole addresses in it."""
        text = (DEPLOY / "nginx-site.conf").read_text()

        self.assertEqual(text.count("\nserver {"), text.count("\n    access_log /var/log/newsroom/nginx.log newsroom "))
