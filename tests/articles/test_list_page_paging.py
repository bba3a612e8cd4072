from datetime import UTC, datetime, timedelta

from django.test import SimpleTestCase, TestCase

from articles.cursors import CursorError, cursor_after, read_cursor
from articles.reading import PER_PAGE
from tests.factories import make_published


class CursorTests(SimpleTestCase):
    def test_comes_back_as_it_went(self):
        for moment in (datetime(2023, 3, 2, 6, 0, 0, 123456, tzinfo=UTC), datetime(1955, 1, 1, tzinfo=UTC)):
            self.assertEqual(read_cursor(cursor_after(moment, 42)), (moment, 42))

    def test_refuses_what_it_did_not_write(self):
        good = cursor_after(datetime(2023, 3, 2, tzinfo=UTC), 42)
        for text in ("1", "诸暨", good[:-1], good + "A", good + "=", "%00", "_" * 22, "A" * 5000):
            with self.assertRaises(CursorError):
                read_cursor(text)


class PagingTests(TestCase):
    def setUp(self):
        """One screenful and five stories; pairs of them came out at the same moment."""
        hour = datetime(2023, 3, 2, 6, tzinfo=UTC)
        self.written = [
            make_published(headline=f"稿件{number}", tags=["劳模"], at=hour + timedelta(minutes=number // 2))
            for number in range(PER_PAGE + 5)
        ]

    def test_goes_through_the_whole_list_once_and_in_order(self):
        found, older = [], ""
        while not found or older:
            response = self.client.get("/tags/劳模/", {"before": older} if older else {})
            found += response.context_data["stories"]
            older = response.context_data["older"]

        self.assertEqual([story.pk for story in found], [story.pk for story in reversed(self.written)])

    def test_offers_nothing_older_on_the_last_screen(self):
        older = self.client.get("/tags/劳模/").context_data["older"]

        self.assertContains(self.client.get("/tags/劳模/"), f'class="list-older" rel="next" href="?before={older}"')
        self.assertNotContains(self.client.get("/tags/劳模/", {"before": older}), "list-older")

    def test_takes_large_print_along_and_nothing_else(self):
        older = self.client.get("/tags/劳模/").context_data["older"]

        first = self.client.get("/tags/劳模/", {"large": "1", "from": "mail"})
        further = self.client.get("/tags/劳模/", {"large": "1", "before": older})

        self.assertContains(first, f'href="?before={older}&amp;large=1"')
        self.assertContains(further, 'class="list-newest" href="/tags/%E5%8A%B3%E6%A8%A1/?large=1"')

    def test_a_further_stretch_leads_back_and_is_in_no_search_engine(self):
        older = self.client.get("/tags/劳模/").context_data["older"]

        further = self.client.get("/tags/劳模/", {"before": older})

        self.assertContains(further, '<meta name="robots" content="noindex">')
        self.assertContains(further, '<a class="list-newest" href="/tags/%E5%8A%B3%E6%A8%A1/">最新</a>')
        self.assertContains(further, "劳模（更早的稿件）")
        self.assertNotContains(self.client.get("/tags/劳模/"), "noindex")

    def test_names_itself_by_its_place_and_by_nothing_else_of_the_query(self):
        older = self.client.get("/tags/劳模/").context_data["older"]
        address = "http://testserver/tags/%E5%8A%B3%E6%A8%A1/"

        for query, canonical in (("?from=mail", address), (f"?x=1&before={older}&y=2", f"{address}?before={older}")):
            response = self.client.get(f"/tags/劳模/{query}")

            self.assertContains(response, f'<link rel="canonical" href="{canonical}">', html=True)

    def test_is_not_found_at_a_place_that_was_never_named(self):
        for before in ("1", "诸暨", "\0", "%", "A" * 500):
            self.assertEqual(self.client.get("/tags/劳模/", {"before": before}).status_code, 404)
