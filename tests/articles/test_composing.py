from datetime import datetime

from django.db import IntegrityError, transaction
from django.test import TestCase
from django.utils import timezone

from articles.composing import end_of_pin, put_in_order
from articles.models import FrontBlock, FrontPage
from tests.factories import compose, make_published


def at(day, hour, minute=0):
    return timezone.make_aware(datetime(2023, 3, day, hour, minute))


class EndOfPinTests(TestCase):
    def test_is_the_hour_of_the_next_paper(self):
        self.assertEqual(end_of_pin(at(2, 15)), at(3, 6))

    def test_is_a_day_later_for_what_is_pinned_at_night_for_the_morning(self):
        self.assertEqual(end_of_pin(at(2, 5, 50)), at(3, 6))
        self.assertEqual(end_of_pin(at(2, 0, 0)), at(2, 6))


class OrderTests(TestCase):
    def setUp(self):
        blocks = [{"kind": "picked", "title": title} for title in "甲乙丙丁"]
        self.front = compose(blocks=blocks)

    def moved(self, title, order):
        block = self.front.blocks.get(title=title)
        before = {block.pk: block.order}
        self.front.blocks.filter(pk=block.pk).update(order=order)
        put_in_order(self.front.blocks.all(), before)
        return "".join(self.front.blocks.values_list("title", flat=True))

    def test_a_row_stands_where_its_new_number_says_whichever_way_it_moved(self):
        self.assertEqual(self.moved("丁", 2), "甲丁乙丙")
        self.assertEqual(self.moved("甲", 3), "丁乙甲丙")
        self.assertEqual(self.moved("乙", 1), "乙丁甲丙")
        self.assertEqual(list(self.front.blocks.values_list("order", flat=True)), [1, 2, 3, 4])

    def test_a_row_without_a_number_comes_last(self):
        self.assertEqual(self.moved("甲", 0), "乙丙丁甲")


class RecordTests(TestCase):
    def test_there_is_one_front_page(self):
        FrontPage.current()
        with self.assertRaises(IntegrityError), transaction.atomic():
            FrontPage.objects.bulk_create([FrontPage(pk=2)])

    def test_a_block_shows_something(self):
        with self.assertRaises(IntegrityError), transaction.atomic():
            FrontPage.current().blocks.create(kind=FrontBlock.Kind.COLUMN)

    def test_a_story_is_pinned_beside_the_lead_once(self):
        story = make_published()
        with self.assertRaises(IntegrityError), transaction.atomic():
            compose(seconds=[story, story])
