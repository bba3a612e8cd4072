"""The book of the numbers while stories go out, come back, are filed elsewhere and the worker settles it."""

from django.db import transaction
from django.test import TransactionTestCase

from articles.counting import enter, recount, settle, wrong_counts
from articles.filing import relist_by_key
from articles.models import ListingCount
from articles.models.listing import Kind
from articles.publishing import restore, withdraw
from tests.at_once import at_once
from tests.factories import make_published, make_town

TIMES = 6


class CountingAtOnceTests(TransactionTestCase):
    def setUp(self):
        self.town = make_town()
        self.stories = [make_published(regions=[self.town]) for _number in range(2)]

    def again_and_again(self, *acts):
        at_once(*(lambda act=act: [act() for _time in range(TIMES)] for act in acts))

    def test_loses_no_entry_and_enters_none_twice(self):
        first, second = self.stories

        def out_and_back():
            withdraw(first)
            restore(first)

        self.again_and_again(out_and_back, settle, settle, lambda: relist_by_key([first.pk, second.pk]))

        self.assertEqual(wrong_counts(), [])

    def test_two_who_count_at_once_correct_once(self):
        for _time in range(3):
            ListingCount.objects.filter(kind=Kind.REGION).delete()
            self.again_and_again(recount, recount)

            self.assertEqual(wrong_counts(), [])

    def test_is_as_it_was_after_a_crash_in_the_middle(self):
        before = list(ListingCount.objects.values_list("pk", "stories"))
        with self.assertRaises(ZeroDivisionError), transaction.atomic():
            settle()
            enter(gained=[(Kind.DAY, "2023-03-02")])
            raise ZeroDivisionError

        self.assertEqual(list(ListingCount.objects.values_list("pk", "stories")), before)
