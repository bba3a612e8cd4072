from django.test import SimpleTestCase

from desk.numbers import key_of


class KeyTests(SimpleTestCase):
    def test_is_read_from_text_or_number(self):
        self.assertEqual([key_of(said) for said in ("12", 12, "9" * 18)], [12, 12, int("9" * 18)])

    def test_what_no_record_can_have_is_none(self):
        self.assertEqual({key_of(said) for said in (None, "", "x", "-1", "1.5", 2**63, "9" * 19)}, {None})
