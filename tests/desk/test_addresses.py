from datetime import date

from django.test import SimpleTestCase, override_settings
from django.urls import NoReverseMatch, reverse, set_script_prefix

from desk.addresses import address, numbered, slugged


class NumberedAddressTests(SimpleTestCase):
    def test_says_what_reverse_says(self):
        for name, number in [("article_page", 7), ("region_page", "330000"), ("region_page", "330681104")]:
            self.assertEqual(numbered(name, number), reverse(name, args=[number]))

    def test_says_slugs_of_any_script_as_reverse_does(self):
        for slug in ("labour-model", "劳模_2", "ñandú"):
            self.assertEqual(slugged("column_page", slug), reverse("column_page", args=[slug]))

    def test_says_what_reverse_says_of_several_parts(self):
        for _time in range(2):
            self.assertEqual(address("page_page", date(2023, 3, 2), "extra", "02"), "/issues/2023-03-02-extra/02/")

    def test_knows_below_which_address_the_site_stands(self):
        self.addCleanup(set_script_prefix, "/")
        set_script_prefix("/paper/")

        self.assertEqual(numbered("article_page", 7), "/paper/articles/7/")
        self.assertEqual(address("article_page", 7), "/paper/articles/7/")

    @override_settings(ROOT_URLCONF="media.urls")
    def test_knows_which_addresses_there_are(self):
        with self.assertRaises(NoReverseMatch):
            numbered("article_page", 7)

    def test_has_none_for_a_record_without_a_number(self):
        with self.assertRaises(NoReverseMatch):
            numbered("article_page", None)
