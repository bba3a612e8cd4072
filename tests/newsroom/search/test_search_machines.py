from xml.etree import ElementTree

from django.test import TestCase

from desk.models import Paper
from tests.factories import make_published, make_town

OPEN = "{http://a9.com/-/spec/opensearch/1.1/}"


class SearchHeadTests(TestCase):
    def test_is_followed_but_not_kept_by_search_engines(self):
        response = self.client.get("/search/", {"q": "工会"})

        self.assertContains(response, '<meta name="robots" content="noindex,follow">')
        self.assertContains(response, 'rel="canonical"', count=1)

    def test_names_one_address_for_one_question(self):
        make_published(regions=[make_town()])

        response = self.client.get("/search/?utm=x&order=&region=店口镇&q=AI&photo=on")

        self.assertContains(response, 'href="http://testserver/search/?q=AI&amp;region=330681104&amp;photo=1"')


class SearchFieldTests(TestCase):
    def test_stands_in_every_head_but_that_of_the_search_page(self):
        for address, fields in {"/": 1, "/issues/": 1, "/regions/": 1, "/search/": 0}.items():
            with self.subTest(address=address):
                self.assertContains(self.client.get(address), 'id="search-words"', count=fields)

    def test_is_offered_where_nothing_is_found(self):
        self.assertContains(self.client.get("/nowhere/"), '<a href="/search/">搜索</a>', status_code=404)


class OpenSearchTests(TestCase):
    def test_tells_browsers_how_to_ask(self):
        Paper.current()
        Paper.objects.update(name="工人&日报")

        response = self.client.get("/opensearch.xml")

        described = ElementTree.fromstring(response.content)
        self.assertEqual(described.findtext(f"{OPEN}ShortName"), "工人&日报")
        self.assertEqual(described.findtext(f"{OPEN}Description"), "搜索 工人&日报")
        self.assertEqual(described.find(f"{OPEN}Url").get("template"), "http://testserver/search/?q={searchTerms}")
        self.assertEqual(response.headers["Content-Type"], "application/opensearchdescription+xml; charset=utf-8")
        self.assertContains(self.client.get("/"), 'href="/opensearch.xml"')
