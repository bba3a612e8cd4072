"""That the tool sees what is wrong: it would be worth nothing if every run were a good one."""

import json
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from threading import Lock, Thread
from zlib import compressobj

from django.test import SimpleTestCase

from newsroom.load.readers import Readers
from newsroom.load.times import Times, all_of, read

STOPS = 0.5  # seconds


def gzipped(text):
    packer = compressobj(wbits=31)
    return packer.compress(text.encode()) + packer.flush()


class Paper(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    one_after_the_other = Lock()

    def do_GET(self):
        with self.one_after_the_other:
            if self.path == "/stops/":
                time.sleep(STOPS)
        body = gzipped("<title>工会送清凉</title>" + "页" * 5000 + ("" if self.path == "/torn/" else "</html>"))
        is_known = self.headers["If-None-Match"] == '"mark"'
        self.send_response(500 if self.path == "/broken/" else 304 if is_known else 200)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("ETag", '"mark"')
        if self.path == "/parts/":
            self.send_header("Transfer-Encoding", "chunked")
            body = b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in (body[:7], body[7:], b""))
        elif not is_known:
            self.send_header("Content-Length", str(len(body) + 9 * (self.path == "/short/")))
        self.end_headers()
        if not is_known:
            self.wfile.write(body)
        self.close_connection = self.path == "/short/"

    def log_message(self, *words):
        pass


class ReadersTests(SimpleTestCase):
    def setUp(self):
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Paper)
        Thread(target=self.server.serve_forever, args=(0.02,)).start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)

    def read(self, *kinds, rate=100, seconds=0.2, **options):
        plan = {"address": "127.0.0.1", "port": self.server.server_port, "host": "paper.example", "tls": False}
        plan["kinds"] = [{"share": 1, **kind} for kind in kinds]
        tally = Readers(plan, rate=rate, seconds=seconds, **options).run()
        times, wrong = read(json.loads(json.dumps(tally.as_json())))
        return times.get(0, {}), dict(wrong.get(0, {})), tally.notes

    def wrong_with(self, path, words="工会送清凉", **more):
        return self.read({"name": "story", "asked": [(path, words)], **more})[1]

    def test_a_good_page_is_counted_and_nothing_said(self):
        times, wrong, _notes = self.read({"name": "story", "asked": [("/fine/", "工会送清凉"), ("/parts/", "工会")]})

        self.assertEqual((times["story"].count, wrong), (20, {}))

    def test_tells_an_error_of_the_server(self):
        self.assertEqual(self.wrong_with("/broken/"), {"story: answered 500": 20})

    def test_tells_a_page_that_is_another_one(self):
        self.assertEqual(self.wrong_with("/fine/", "另一篇"), {"story: another page": 20})

    def test_tells_a_page_without_its_end_and_one_that_breaks_off(self):
        self.assertEqual(self.read({"name": "story", "asked": [("/torn/", "工会")]}, rate=250)[1], {"story: no end": 2})
        self.assertEqual(self.wrong_with("/short/"), {"story: broken off": 20})

    def test_a_reader_who_has_the_page_is_told_so(self):
        times, wrong, notes = self.read({"name": "had", "asked": [("/fine/", "工会")], "if_changed": True}, most=1)

        self.assertEqual((times["had"].count, wrong, notes["answered 304"]), (20, {}, 19))

    def test_one_page_that_stops_the_house_is_charged_with_all_who_came_meanwhile(self):
        """Who asks only when the last answer has come would find one slow page; the clock finds all that were due."""
        once, others = {"name": "stops", "asked": [("/stops/", "")], "share": 0.03}, [("/fine/", "工会")]
        for connections in (1, 50):
            times, _wrong, _notes = self.read({"name": "story", "asked": others}, once, seconds=1, most=connections)

            self.assertGreater(times["stops"].count, 0)
            self.assertGreater(all_of(times.values()).beyond(STOPS / 5), 30)

    def test_a_story_that_comes_out_meanwhile_is_read(self):
        news = StringIO(json.dumps(["/broken/", "工会"]) + "\n")

        _times, wrong, _notes = self.read(
            {"name": "story, just out", "asked": [("/fine/", "工会")], "newest_first": True}, seconds=1.5, news=news
        )

        self.assertIn("story, just out: answered 500", wrong)


class TimesTests(SimpleTestCase):
    def test_knows_within_how_long_most_came(self):
        times = Times()
        for number in range(1, 1001):
            times.add(number / 1000)

        self.assertAlmostEqual(times.within(0.99), 0.99, delta=0.03)
        self.assertEqual((times.within(1), times.longest, Times().within(0.99)), (1.0, 1.0, 0.0))
        self.assertAlmostEqual(times.beyond(0.5), 500, delta=20)

    def test_two_programs_are_added_up(self):
        one, two = Times(), Times()
        one.add(0.1)
        two.add(3)

        both = Times(*json.loads(json.dumps((one + two).as_json())))

        self.assertEqual((both.count, both.longest), (2, 3))
