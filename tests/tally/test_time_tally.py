from io import StringIO

from django.core.management import call_command
from django.test import TestCase

from articles.models import Printed
from tally.questions import By
from tests.factories import make_published, reporter


class TimeTallyTests(TestCase):
    def said(self, **options):
        out = StringIO()
        call_command("time_tally", stdout=out, **options)
        return out.getvalue()

    def test_asks_everything_of_the_year(self):
        story = make_published(by=[reporter("李凡")])

        said = self.said(year=story.published_at.year)

        self.assertEqual({by.value for by in By} - set(said.split()), set())
        self.assertRegex(said, r"person +1 / 1 / 0")

    def test_proves_the_rows(self):
        make_published(by=[reporter("李凡")])
        Printed.objects.update(length=99)

        self.assertIn("1篇稿件", self.said(prove=True))

    def test_of_an_empty_paper_there_is_nothing(self):
        self.assertIn("0 / 0 / 0", self.said())
