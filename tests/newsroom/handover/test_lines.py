import json

from django.db import connection
from django.test import SimpleTestCase
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles.models import Doubt
from fees.models import LedgerLine
from newsroom.handover.lines import LineError, Reader, Writer, read, settled, written
from newsroom.handover.loading import in_database
from tests.factories import make_article

# What both databases keep: PostgreSQL has no NUL, and neither has half a character.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
NUMBERS = st.integers(-(2**70), 2**70) | st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


class LineTests(TestCase):
    """One row, out and in and out again."""

    @classmethod
    def setUpTestData(cls):
        cls.article = make_article()

    def setUp(self):
        self.fields = Doubt._meta.local_concrete_fields
        self.writer, self.reader = Writer(self.fields, "default"), Reader(self.fields, "default")

    def line_of(self, doubt):
        return self.writer.line(Doubt.objects.values_list(*(f.attname for f in self.fields)).get(pk=doubt))

    def enter(self, line):
        values = self.reader.row(line)
        row = [in_database(field, value) for field, value in zip(self.fields, values, strict=True)]
        columns = ", ".join(f'"{field.column}"' for field in self.fields)
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO articles_doubt ({columns}) VALUES ({', '.join(['%s'] * len(row))})", row)

    @settings(max_examples=60, deadline=None)
    @given(TEXT, VALUES)
    def test_odd_texts_and_values_come_back_as_they_were(self, text, about):
        doubt = Doubt.objects.create(article=self.article, code="odd", message=text, about={"said": about}).pk
        line = self.line_of(doubt)

        Doubt.objects.filter(pk=doubt).delete()
        self.enter(line)

        self.assertEqual(self.line_of(doubt), line)
        self.assertEqual(json.loads(line)["message"], text)
        self.assertEqual(Doubt.objects.get(pk=doubt).message, text)
        self.assertEqual(len(line.decode().splitlines()), 1)

    @given(VALUES)
    def test_a_settled_value_is_settled_for_good(self, value):
        self.assertEqual(json.dumps(settled(settled(value))), json.dumps(settled(value)))

    def test_half_a_character_is_written_as_an_escape(self):
        line = Writer(self.fields[3:4], "default").line(["半\ud83d字"])

        self.assertEqual(json.loads(line), {"message": "半\ud83d字"})


class AmountTests(SimpleTestCase):
    """Yuan to the 分, as both databases keep them."""

    amount = LedgerLine._meta.get_field("amount")

    @given(st.decimals(-999_999, 999_999, places=2))
    def test_comes_back_as_it_was(self, yuan):
        text = written(self.amount, None)(yuan)

        self.assertEqual(read(self.amount, None)(text), yuan)
        self.assertRegex(text, r"^-?\d+\.\d\d$")

    def test_what_only_looks_like_one_is_refused(self):
        for text in ("1", "1.5", "1.500", "1e2", "NaN", "Infinity", "一元", " 1.00", "1_0.00", "", 1.25, 3):
            with self.subTest(text=text), self.assertRaises(LineError):
                read(self.amount, None)(text)
