"""The numbers beside the lists: what readers find there, told without counting."""

from datetime import date, timedelta
from io import StringIO

from django.core.management import CommandError, call_command
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.counting import counted, counts_of_days, fullest, settle, wrong_counts
from articles.filing import relist, relist_by_key
from articles.models import Listing, ListingCount
from articles.models.listing import Kind
from articles.publishing import publish_issue, restore, unschedule, withdraw
from regions.models import Region
from tests.factories import make_issue, make_page, make_published, make_region, make_town, reporter, signed
from tests.plans import plan_of


class CountTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.town = make_town()
        cls.first = make_published(regions=[cls.town], tags=["劳模"], by=[reporter("李凡")])
        cls.second = make_published(regions=[cls.town])

    def stories_in(self, code="330000"):
        return counted(Region.objects.all(), Kind.REGION, "code").get(code=code).stories

    def test_follow_a_story_out_and_back(self):
        told = [self.stories_in()]
        withdraw(self.first)
        told.append(self.stories_in())
        restore(self.first)
        told.append(self.stories_in())

        self.assertEqual(told, [2, 1, 2])
        self.assertEqual(wrong_counts(), [])

    def test_leave_out_what_waits_for_its_hour(self):
        waiting = make_published(regions=[self.town], at=timezone.now() + timedelta(minutes=5))
        before = self.stories_in(), sum(counts_of_days(date(2000, 1, 1), date(2100, 1, 1)).values())
        Listing.objects.filter(article=waiting).update(published_at=timezone.now())
        after = self.stories_in()
        Listing.objects.filter(article=waiting).update(published_at=waiting.published_at)
        unschedule(waiting)

        self.assertEqual((before, after, self.stories_in()), ((2, 2), 3, 2))
        self.assertEqual(wrong_counts(), [])

    def test_follow_a_story_that_is_filed_elsewhere(self):
        other = make_region(code="330682", name="上虞区", parent=self.town.parent.parent)
        self.first.places.update(region=other)
        relist(self.first)

        self.assertEqual([self.stories_in(code) for code in ("330681", "330682", "330600")], [1, 1, 2])
        self.assertEqual(wrong_counts(), [])

    def test_follow_a_whole_issue(self):
        page = make_page(issue=make_issue(published=False, on=date(2023, 3, 2)))
        for number in range(3):
            signed(headline=f"稿件{number}", regions=[self.town], page=page)

        publish_issue(page.issue)

        self.assertEqual(self.stories_in(), 5)
        self.assertEqual(counts_of_days(date(2023, 1, 1), date(2023, 12, 31)), {"2023-03-02": 3})
        self.assertEqual(wrong_counts(), [])

    def test_take_a_story_as_it_is_when_its_turn_comes(self):
        withdraw(self.first)
        Listing.objects.filter(article=self.second, kind=Kind.REGION).delete()

        relist_by_key([self.first.pk, self.second.pk])

        self.assertFalse(Listing.objects.filter(article=self.first).exists())
        self.assertEqual(Listing.objects.filter(article=self.second, kind=Kind.REGION).count(), 4)

    def test_are_the_same_after_settling_and_in_one_entry_each(self):
        withdraw(self.second)
        settle()

        self.assertEqual(self.stories_in(), 1)
        self.assertEqual(ListingCount.objects.filter(kind=Kind.REGION, key="330000").count(), 1)
        self.assertEqual(wrong_counts(), [])
        self.assertEqual(settle(), 0)

    def test_leave_no_entry_where_nothing_is_left(self):
        withdraw(self.first)
        settle()

        self.assertFalse(ListingCount.objects.filter(kind=Kind.TAG).exists())

    def test_tell_the_fullest_lists_first(self):
        make_published(regions=[make_region(code="110000", name="北京市", level="province")])
        settle()

        self.assertEqual(fullest(Kind.REGION, 9)[-1], "110000")
        self.assertEqual(len(fullest(Kind.REGION, 2)), 2)

    def test_are_found_wrong_and_put_right(self):
        ListingCount.objects.filter(kind=Kind.REGION, key="330000").delete()
        with self.assertRaises(CommandError):
            call_command("recount", "--check", stdout=StringIO())

        call_command("recount", stdout=StringIO())

        call_command("recount", "--check", stdout=StringIO())
        self.assertEqual(self.stories_in(), 2)

    def test_read_no_list_whole(self):
        with CaptureQueriesContext(connection) as queries:
            self.stories_in()
            counts_of_days(date(2023, 1, 1), date(2023, 12, 31))

        if connection.vendor == "sqlite":  # which has no choice; PostgreSQL reads a small table whole
            plans = [plan for query in queries for plan in plan_of(query["sql"])]
            self.assertEqual([plan for plan in plans if "SCAN articles_" in plan], [])
