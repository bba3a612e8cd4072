import re
from datetime import UTC, date, datetime
from html import unescape
from unittest import mock

from articles.models import Illustration
from bylines.models import Contributor
from tally.questions import By
from tests.factories import correspondent, make_column, make_contributor, make_town, photographer, reporter
from tests.tally.test_asking import printed
from tests.tally.test_tally_page import MARCH, PAGE, TallyTestCase

LEADING = re.compile(r'<a href="(/admin/tally/stories/[^"]*)">([\d,.]+)</a>')
FIGURE = re.compile(r"(篇数|图片|字数)([\d,]+)(?: 折合([\d,.]+))?")


def number(words):
    return float(words.replace(",", ""))


def photos_in(stories):
    return Illustration.objects.filter(article__in=stories)


class EveryFigureTests(TallyTestCase):
    """Whatever figure stands on a page opens the stories that it counts."""

    @classmethod
    def setUpTestData(cls):
        make_contributor(name="马敏", unit="总工会", region=make_town())
        column = make_column()
        printed(correspondent("周永卫"), reporter("李凡"), photos=[["马敏"], ["马敏", "李凡"]], body="字" * 900)
        printed(correspondent("周永卫"), correspondent("马敏"), column=column, on=date(2023, 3, 20), body="字" * 1300)
        printed(photographer("马敏"), photos=[["李凡"]], on=date(2023, 3, 21))
        for day in (date(2023, 2, 2), date(2023, 2, 3), date(2022, 3, 4)):
            printed(correspondent("周永卫"), photos=[["马敏"]], column=column, on=day, body="字" * 70)

    def figures_on(self, address, asked):
        found = LEADING.findall(self.client.get(address, asked).content.decode())
        return [(unescape(leads), words) for leads, words in found]

    def assert_all_agree(self, address, asked, at_least):
        found = self.figures_on(address, asked)
        self.assertGreaterEqual(len(found), at_least, asked)
        for leads, words in found:
            with self.subTest(**asked, leads=leads):
                self.assert_agrees(leads, words)

    def assert_agrees(self, address, words):
        opened = self.client.get(address).context
        stories = opened["found"].stories
        self.assertEqual(opened["number"], len(stories))
        if not opened["figure"]:
            self.assertEqual(len(stories), number(words))
            return
        measure, whole, split = FIGURE.fullmatch(opened["figure"]).groups()
        self.assertIn(words, (whole, split))
        if measure == "图片":
            self.assertLessEqual(len(stories), number(whole))
            self.assertLessEqual(number(whole), photos_in(stories).count())
        else:
            counted = len(stories) if measure == "篇数" else sum(story.length for story in stories)
            self.assertEqual(number(whole), counted)

    def test_in_every_table(self):
        for by in By:
            for order in ("stories", "photos", "length"):
                self.assert_all_agree(PAGE, {**MARCH, "by": by.value, "order": order}, at_least=7)

    def test_with_shares(self):
        for by in By:
            self.assert_all_agree(PAGE, {**MARCH, "by": by.value, "split": "all", "order": "length"}, at_least=7)

    def test_of_several_times_each_with_the_one_before(self):
        for by in ("month", "quarter", "year"):
            self.assert_all_agree(PAGE, {"first": "2023-02-01", "last": "2023-04-30", "by": by}, at_least=6)

    def test_of_a_month_that_is_not_over(self):
        noon = datetime(2023, 3, 20, 4, tzinfo=UTC)
        with mock.patch("django.utils.timezone.now", return_value=noon):
            self.assert_all_agree(PAGE, {}, at_least=7)

    def test_in_statements(self):
        for person in Contributor.objects.all():
            self.assert_all_agree(f"{PAGE}statements/{person.pk}/2023/", {}, at_least=3)

    def test_photos_are_those_that_the_person_took(self):
        taker = Contributor.objects.get(name="马敏")
        asked = {**MARCH, "key": taker.pk, "of": "photos"}

        opened = self.client.get(f"{PAGE}stories/", asked).context

        taken = photos_in(opened["found"].stories).filter(photo__bylines__contributor=taker)
        self.assertEqual((opened["figure"], taken.count()), ("图片2", 2))
