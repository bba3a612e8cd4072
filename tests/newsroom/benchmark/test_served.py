import os
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from django.test import SimpleTestCase

from newsroom.benchmark.served.comparing import result
from newsroom.benchmark.served.load import LoadError, with_sockets
from newsroom.benchmark.served.nginx import deployed
from newsroom.benchmark.served.processes import family, processor_seconds, proportional_memory


class OnePage(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        body = b"page" * 5000
        self.send_response(200 if self.path == "/" else 404)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words):
        pass


class LoadTests(SimpleTestCase):
    def setUp(self):
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), OnePage)
        Thread(target=self.server.serve_forever).start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)
        self.address = f"http://127.0.0.1:{self.server.server_port}"

    def test_asks_until_the_time_is_over_and_counts(self):
        self.assertGreater(with_sockets(f"{self.address}/", seconds=0.1, headers=()), 1)

    def test_a_page_that_is_not_there_is_no_figure(self):
        with self.assertRaises(LoadError):
            with_sockets(f"{self.address}/missing/", seconds=0.1, headers=())


class ProcessTests(SimpleTestCase):
    def test_counts_what_a_server_has_started(self):
        with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
            self.assertIn(child.pid, family(os.getpid()))
            child.stdin.close()

    def test_knows_time_and_memory_of_a_process(self):
        self.assertGreater(processor_seconds([os.getpid()]), 0)
        self.assertGreater(proportional_memory(os.getpid()), 1)


class ComparingTests(SimpleTestCase):
    def test_the_ratio_is_the_median_of_the_rounds(self):
        mine, file = [(0.3, 10), (0.2, 10), (0.9, 10)], [(0.1, 50), (0.1, 50), (0.3, 50)]

        self.assertEqual(round(result("database", mine, file).ratio, 3), 3.0)
        self.assertIsNone(result("database", mine, None).ratio)

    def test_the_deployed_settings_are_led_to_this_run(self):
        text = deployed("/pages", "8123", None, 8124)

        self.assertNotIn("/srv/newsroom", text)
        self.assertIn("listen 127.0.0.1:8124;", text)
