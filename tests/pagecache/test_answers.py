"""What a kept page is answered with, and to whom there is none."""

import gzip

from django.test import RequestFactory, SimpleTestCase, override_settings

from pagecache.asking import Asking, query_of
from pagecache.models import Rendered
from tests.pagecache.reader import Reader, kept_pages
from tests.pagecache.rooms import RENDERED
from tests.pagecache.test_kept_pages import KeptTestCase


class AnswerTests(KeptTestCase):
    """Each is asked twice: of the page in the making, and of the kept one."""

    def twice(self, **headers):
        first, again = (self.reader.get(self.address, **headers) for _time in range(2))
        self.assertEqual(first, again)
        return again

    def test_each_answer_has_a_number_of_its_own_and_none_is_kept(self):
        numbers = []
        for _time in range(3):
            self.reader.get(self.address)
            numbers.append(self.reader.number)

        self.assertEqual(len(set(numbers)), 3)
        self.assertNotIn(b"X-Request-ID", b"".join(bytes(str(row), "utf-8") for row in Rendered.objects.values()))

    def test_a_kept_page_takes_the_number_that_a_trusted_proxy_gives(self):
        with override_settings(TRUST_REQUEST_ID=True):
            reader = Reader()
            for number in ("edge-000000001", "edge-000000002"):
                reader.get(self.address, x_request_id=number)

                self.assertEqual(reader.number, number)

    def test_is_sent_compressed_to_whoever_takes_it(self):
        answer = self.twice(accept_encoding="br, gzip;q=0.8")

        self.assertEqual(answer.headers["Content-Encoding"], "gzip")
        self.assertEqual(gzip.decompress(answer.body).decode(), "团结奋斗  0")

    def test_is_sent_plain_to_whoever_does_not(self):
        for accepted in ("", "br", "gzip;q=0", "identity, gzip; q=0.0", "*;q=0"):
            with self.subTest(accepted):
                answer = self.twice(accept_encoding=accepted)

                self.assertNotIn("Content-Encoding", answer.headers)
                self.assertEqual(answer.headers["Content-Length"], str(len("团结奋斗  0".encode())))

    def test_says_how_caches_are_to_treat_it(self):
        headers = self.twice().headers

        self.assertEqual(headers["Cache-Control"], "public, no-cache")
        self.assertEqual(headers["Vary"], "Accept-Encoding")
        self.assertIn("default-src 'none'", headers["Content-Security-Policy"])

    def test_whoever_has_it_is_told_so(self):
        for accepted in ("", "gzip"):
            etag = self.twice(accept_encoding=accepted).headers["ETag"]
            for known in (etag, f'"other", W/{etag}', "*"):
                with self.subTest(known):
                    answer = self.reader.get(self.address, accept_encoding=accepted, if_none_match=known)

                    self.assertEqual((answer.status, answer.body), (304, b""))
                    self.assertEqual(answer.headers["ETag"], etag)
                    self.assertNotIn("Content-Length", answer.headers)

    def test_a_cache_in_front_is_told_with_it_how_long_the_page_lasts_from_now_on(self):
        with override_settings(PAGE_CACHE_PURGE=["http://127.0.0.1:9/"]):
            whole = self.twice()
            known = self.reader.get(self.address, if_none_match=whole.headers["ETag"])

        self.assertEqual(known.status, 304)
        for name in ("Surrogate-Key", "Surrogate-Control"):
            self.assertEqual(known.headers[name].partition("=")[0], whole.headers[name].partition("=")[0])

    def test_a_date_is_asked_where_there_is_no_tag(self):
        hours = {"Mon, 23 Nov 2026 08:00:00 GMT": 304, "Mon, 23 Nov 2026 07:59:59 GMT": 200, "yesterday": 200}
        for hour, status in hours.items():
            self.assertEqual(self.reader.get("/dated/", if_modified_since=hour).status, status)
        self.assertEqual(self.reader.get(self.address, if_modified_since=hour).status, 200)

    def test_each_way_of_sending_has_a_tag_of_its_own(self):
        plain, compressed = (self.reader.get(self.address, accept_encoding=way) for way in ("", "gzip"))

        self.assertNotEqual(plain.headers["ETag"], compressed.headers["ETag"])
        answer = self.reader.get(self.address, accept_encoding="gzip", if_none_match=plain.headers["ETag"])
        self.assertEqual(answer.status, 200)

    def test_a_page_in_the_making_is_told_to_be_known_too(self):
        etag = self.reader.get(self.address).headers["ETag"]
        Rendered.objects.all().delete()

        answer = Reader().get(self.address, if_none_match=etag)

        self.assertEqual(answer.status, 304)
        self.assertEqual(self.rendered, 2)

    def test_only_its_head_is_sent_where_that_is_asked_for(self):
        whole = self.reader.get(self.address, accept_encoding="gzip")

        head = self.reader.get(self.address, method="HEAD", accept_encoding="gzip")

        self.assertEqual((head.status, head.headers, head.body), (200, whole.headers, b""))
        self.assertEqual(self.rendered, 1)


class NobodysPageTests(KeptTestCase):
    def kept(self, address, **headers):
        self.reader.get(address, **headers)
        return Rendered.objects.count()

    def test_what_is_one_readers_or_no_page_is_not_kept(self):
        for address in ("cookie", "session", "private", "nothing", "broken", "columns/9999", "open", "nowhere"):
            with self.subTest(address):
                self.assertEqual(self.kept(f"/{address}/"), 0)

    def test_neither_is_what_is_asked_for_in_another_way(self):
        for asked in ({"method": "POST"}, {"method": "HEAD"}, {"authorization": "Basic eDp5"}):
            with self.subTest(asked):
                self.assertEqual(self.kept(self.address, **asked), 0)

    def test_neither_is_a_page_by_a_query_that_is_too_long_to_be_ours(self):
        self.assertEqual(self.kept(f"{self.address}?before={'9' * 300}"), 0)

    def test_whoever_is_signed_in_passes_by(self):
        self.reader.get(self.address)

        for cookie in ("sessionid=abc", "a=b; sessionid=abc", "messages=read"):
            self.reader.get(self.address, cookie=cookie)

        self.assertEqual(self.rendered, 4)
        self.assertEqual(Rendered.objects.count(), 1)

    def test_other_cookies_neither_matter_nor_reach_the_page(self):
        answers = [self.reader.get(self.address, cookie="tracker=1; taste=sweet") for _time in range(2)]

        self.assertEqual({answer.text for answer in answers}, {"团结奋斗  0"})
        self.assertEqual(self.rendered, 1)

    def test_an_open_page_keeps_what_the_browser_said(self):
        self.assertEqual(self.reader.get("/open/", if_none_match='"x"').text, '"x"')

    def test_nothing_is_kept_where_it_is_switched_off(self):
        with kept_pages(PAGE_CACHE="off"):
            reader = Reader()
            for _time in range(2):
                reader.get(self.address)

        self.assertEqual(self.rendered, 2)
        self.assertEqual(Rendered.objects.count(), 0)

    def test_nothing_is_kept_for_a_developer(self):
        with kept_pages(DEBUG=True):
            Reader().get(self.address)

        self.assertEqual(Rendered.objects.count(), 0)
        self.assertEqual(RENDERED[self.column.pk], 1)


class HostileQueryTests(KeptTestCase):
    """Whatever somebody hangs on to an address is no other page, unless the page reads it."""

    SAME = [
        "x=1",
        "large=x",
        "large=",
        "before=",
        "zoom=2",
        "zoom=9",
        "utm_source=a&from=b",
        "%FF=%00",
        "&&=&",
        "=",
    ]

    def test_what_no_page_reads_makes_no_page(self):
        self.reader.get(self.address)
        for query in self.SAME:
            with self.subTest(query):
                self.assertEqual(self.reader.get(f"{self.address}?{query}").text, "团结奋斗  0")

        self.assertEqual((self.rendered, Rendered.objects.count()), (1, 1))

    def test_what_a_page_reads_is_kept_in_one_order_and_of_two_with_one_name_the_last(self):
        for query in ("large=1&before=b", "before=b&large=1&x=2", "before=a&large=x&before=b&large=1"):
            self.assertEqual(self.reader.get(f"{self.address}?{query}").text, "团结奋斗 before=b&amp;large=1 0")

        self.assertEqual((self.rendered, Rendered.objects.count()), (1, 1))

    def test_what_other_pages_read_makes_none_here(self):
        for query in ("", "?before=1", "?before=2&large=1", "?large=1"):
            self.reader.get(f"/named/one/{query}")

        addresses = Rendered.objects.order_by("pk").values_list("address", flat=True)
        self.assertEqual([address.partition("?")[2] for address in addresses], ["", "large=1"])

    def test_a_search_is_asked_as_it_came(self):
        for path in ("/search/?q=a", "/search/?before=1"):
            environ = RequestFactory().get(path).environ
            self.assertIsNone(Asking().address(environ))


class AddressTests(SimpleTestCase):
    def test_a_path_with_a_question_mark_is_no_query(self):
        asking = Asking()
        environ = {
            "REQUEST_METHOD": "GET",
            "HTTP_HOST": "A.cn",
            "wsgi.url_scheme": "http",
            "PATH_INFO": "/tags/a?large=1",
        }

        self.assertEqual(asking.address(environ), "http://a.cn/tags/a?large=1?")
        self.assertEqual(query_of(asking.address(environ)), "")

    def test_the_scheme_is_the_readers_where_a_proxy_says_it(self):
        environ = {"REQUEST_METHOD": "GET", "HTTP_HOST": "a.cn", "wsgi.url_scheme": "http", "PATH_INFO": "/"}
        with self.settings(SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https")):
            address = Asking().address({**environ, "HTTP_X_FORWARDED_PROTO": "https, http"})

        self.assertEqual(address, "https://a.cn/?")
        self.assertEqual(Asking().address({**environ, "HTTP_X_FORWARDED_PROTO": "https"}), "http://a.cn/?")
