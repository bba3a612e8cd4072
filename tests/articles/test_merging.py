from datetime import date, timedelta
from unittest.mock import patch

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.acting import Refusal
from articles.counting import wrong_counts
from articles.filing import relist
from articles.history.acts import Why
from articles.history.left_out import still_there
from articles.merging import merge, settle_stragglers, undo
from articles.models import Listing
from articles.models.listing import Kind
from bylines import private
from bylines.models import Byline, Contributor
from bylines.register import people_named
from desk.job_runner import JobRunner
from desk.models import AuditEntry
from search.models import OutText
from tests.factories import (
    correspondent,
    illustrate,
    in_review,
    make_article,
    make_contributor,
    make_photo,
    make_published,
    make_region,
    make_user,
    photographer,
    reporter,
)


def listed(person):
    return set(Listing.objects.of(Kind.CONTRIBUTOR, person.pk).values_list("article", flat=True))


class MergingTestCase(TestCase):
    def setUp(self):
        self.gone = make_contributor(name="周永玮", unit="诸暨总工会")
        self.left = make_contributor(name="周永卫", unit="诸暨市总工会")
        self.user = make_user()

    def merge(self):
        merging = merge(self.gone, self.left, by=self.user)
        self.refresh()
        return merging

    def refresh(self):
        self.gone.refresh_from_db()
        self.left.refresh_from_db()


class MergedPeopleTests(MergingTestCase):
    def test_leave_all_their_credits_to_one_and_every_line_as_printed(self):
        story = make_published(by=[correspondent("周永玮"), correspondent("何青")])
        photo = make_photo(by=[photographer("周永玮")])

        self.merge()

        self.assertEqual({byline.contributor.name for byline in story.bylines.all()}, {"周永卫", "何青"})
        self.assertEqual([byline.name for byline in story.bylines.all()], ["周永玮", "何青"])
        self.assertEqual(photo.bylines.get().contributor, self.left)

    def test_stand_in_one_list_with_the_right_number_and_nowhere_twice(self):
        words = make_published(by=[reporter("周永玮")])
        pictures = make_published()
        illustrate(article=pictures, photo=make_photo(by=[photographer("周永玮")]))
        both = make_published(by=[reporter("周永玮"), correspondent("周永卫")])
        waiting = make_published(by=[reporter("周永玮")], at=timezone.now() + timedelta(days=1))
        make_article(by=[reporter("周永玮")])
        relist(pictures)

        self.merge()

        self.assertEqual(listed(self.gone), set())
        self.assertEqual(listed(self.left), {words.pk, pictures.pk, both.pk, waiting.pk})
        self.assertEqual(wrong_counts(), [])

    def test_are_found_by_readers_under_the_one(self):
        make_published(by=[reporter("周永玮")])

        self.merge()

        filters = OutText.objects.get().filters.split()
        self.assertIn(f"contributor:{self.left.pk}", filters)
        self.assertNotIn(f"contributor:{self.gone.pk}", filters)

    def test_of_many_stories_the_newest_are_found_at_once_and_the_others_by_and_by(self):
        for headline in ("先发", "后发"):
            make_published(headline=headline, by=[reporter("周永玮")])
        found = OutText.objects.filter(filters__contains=f"contributor:{self.left.pk}")

        with patch("articles.refiling.SEARCHED_AT_ONCE", 1):
            self.merge()

        self.assertEqual([text.head.strip() for text in found.all()], ["后发"])
        JobRunner("night", silence=60).run_due()
        self.assertEqual(found.count(), 2)

    def test_are_found_by_who_comes_with_an_old_address_of_the_search(self):
        story = make_published(by=[reporter("周永玮")])
        old = f"/search/?contributor={self.gone.pk}"

        self.merge()

        self.assertContains(self.client.get(old), story.get_absolute_url())

    def test_lead_from_the_old_address_and_feed_to_the_new(self):
        make_published(by=[reporter("周永玮")])

        self.merge()

        for address in ("/contributors/{}/", "/feeds/contributors/{}.atom"):
            response = self.client.get(address.format(self.gone.pk))
            self.assertRedirects(response, address.format(self.left.pk), 301, fetch_redirect_response=True)

    def test_bring_terms_names_and_what_the_other_lacked(self):
        user = make_user()
        self.gone.region, self.gone.user = make_region(), user
        self.gone.save()
        self.gone.terms.create(since=date(2023, 1, 1), number="SH-016")
        self.gone.terms.create(since=date(2021, 1, 1))
        self.left.terms.create(since=date(2021, 1, 1))
        self.gone.pen_names.create(name="越溪")

        self.merge()

        self.assertEqual((self.left.region.name, self.left.user, self.gone.user), ("诸暨市", user, None))
        self.assertEqual(self.left.terms.count(), 2)
        self.assertEqual([other.name for other in self.left.pen_names.all()], ["越溪", "周永玮"])
        self.assertEqual(people_named(["周永玮"])["周永玮"], [self.left])

    def test_bring_private_details_that_the_other_lacked(self):
        private.keep(self.gone, None, phone="13900000001", bank="山海银行")
        private.keep(self.left, None, bank="越州银行")

        self.merge()

        chief = make_user(is_superuser=True)
        self.assertEqual(private.look(self.left, chief), private.Details(phone="13900000001", bank="越州银行"))
        self.assertEqual(private.of_phone("13900000001"), self.left)

    def test_are_told_in_the_log_of_both(self):
        self.merge()

        entries = AuditEntry.objects.filter(verb="merge").order_by("pk").values_list("key", "by")
        self.assertEqual(list(entries), [(str(self.left.pk), self.user.pk), (str(self.gone.pk), self.user.pk)])

    def test_take_no_more_queries_with_many_stories_than_with_few(self):
        counts = []
        for number in (1, 6):
            gone = make_contributor(name=f"何{number}")
            for _story in range(number):
                make_published(by=[reporter(gone.name)])
            with CaptureQueriesContext(connection) as asked:
                merge(gone, self.left)
            counts.append(len(asked))

        self.assertEqual(counts[0], counts[1])


class RefusedMergingTests(MergingTestCase):
    def refused(self, gone=None, left=None):
        with self.assertRaises(Refusal):
            merge(gone or self.gone, left or self.left, by=self.user)

    def test_of_two_who_stand_side_by_side_in_one_role(self):
        make_article(by=[correspondent("周永玮"), correspondent("周永卫")])

        self.refused()

        self.assertEqual(Byline.objects.filter(contributor=self.gone).count(), 1)

    def test_of_two_who_took_one_picture(self):
        make_photo(by=[photographer("周永玮"), photographer("周永卫")])

        self.refused()

    def test_of_one_with_itself(self):
        self.refused(left=self.gone)

    def test_of_somebody_who_was_merged_already(self):
        self.merge()
        other = make_contributor(name="何青")

        self.refused()
        self.refused(left=other)
        self.refused(gone=other, left=self.gone)

    def test_of_two_with_a_login_each(self):
        for person in (self.gone, self.left):
            person.user = make_user()
            person.save()

        self.refused()


class UndoneMergingTests(MergingTestCase):
    def test_gives_everybody_their_own_back(self):
        own, others = make_published(by=[reporter("周永玮")]), make_published(by=[reporter("周永卫")])
        self.gone.terms.create(since=date(2023, 1, 1))
        self.gone.region = make_region()
        self.gone.save()
        private.keep(self.gone, None, phone="13900000001")
        merging = self.merge()

        self.assertEqual(undo(merging, by=self.user), "")

        self.refresh()
        self.assertEqual((listed(self.gone), listed(self.left)), ({own.pk}, {others.pk}))
        self.assertEqual(wrong_counts(), [])
        self.assertEqual((self.gone.merged_into, self.left.region), (None, None))
        self.assertEqual((self.gone.terms.count(), self.left.terms.count(), self.left.pen_names.count()), (1, 0, 0))
        self.assertEqual(private.of_phone("13900000001"), self.gone)
        self.assertEqual(self.client.get(self.gone.get_absolute_url()).status_code, 200)

    def test_says_which_credits_stay(self):
        first, second = (make_published(by=[reporter("周永玮")]) for _time in range(2))
        merging = self.merge()
        first.bylines.all().delete()

        self.assertIn("1", undo(merging, by=self.user))

        self.assertEqual(Byline.objects.get(contributor=self.gone).article, second)

    def test_leaves_what_was_changed_since(self):
        self.gone.region = make_region()
        self.gone.save()
        merging = self.merge()
        elsewhere = make_region(code="330682", name="上虞区")
        Contributor.objects.filter(pk=self.left.pk).update(region=elsewhere)

        undo(merging, by=self.user)

        self.refresh()
        self.assertEqual(self.left.region, elsewhere)

    def test_leaves_the_name_while_somebody_else_of_that_name_is_merged_there(self):
        other = make_contributor(name="周永玮", unit="绍兴")
        merging, later = self.merge(), merge(other, self.left, by=self.user)

        undo(merging, by=self.user)

        self.assertEqual(self.left.pen_names.get().name, "周永玮")
        self.assertIn(self.left, people_named(["周永玮"])["周永玮"])
        self.assertEqual(later.moved["alias"], None)

    def test_is_refused_twice_and_below_a_later_one(self):
        merging = self.merge()
        later = merge(self.left, make_contributor(name="何青"), by=self.user)

        with self.assertRaises(Refusal):
            undo(merging, by=self.user)
        undo(later, by=self.user)
        undo(merging, by=self.user)
        with self.assertRaises(Refusal):
            undo(merging, by=self.user)

    def test_leads_older_addresses_to_where_they_led(self):
        make_published(by=[reporter("周永卫")])
        last = make_contributor(name="何青")
        make_published(by=[reporter("何青")])
        self.merge()
        later = merge(self.left, last, by=self.user)
        first = self.gone.get_absolute_url()
        self.assertRedirects(self.client.get(first), last.get_absolute_url(), 301)

        undo(later, by=self.user)

        self.assertRedirects(self.client.get(first), self.left.get_absolute_url(), 301)


class StoriesOfMergedPeopleTests(MergingTestCase):
    def test_do_not_go_through_their_reviews_again(self):
        story = in_review(passed=1, by=[reporter("周永玮")])
        version = story.keep_version(why=Why.EDITED).version

        self.merge()
        kept = story.keep_version(why=Why.EDITED)

        story.refresh_from_db()
        self.assertEqual((kept.version, story.submissions.open().get().step), (version, 2))

    def test_bring_back_an_old_version_with_who_they_are_now(self):
        story = make_article(by=[reporter("周永玮")])
        version = story.keep_version(why=Why.ENTERED)

        self.merge()
        kept, left_out = still_there(version.snapshot, story)

        self.assertEqual(([row["contributor"] for row in kept["bylines"]], left_out), ([self.left.pk], []))


class StragglersTests(MergingTestCase):
    def test_follow_with_their_lists(self):
        self.merge()
        story = make_published(by=[reporter("何青")])
        Byline.objects.filter(article=story).update(contributor=self.gone)
        relist(story)

        self.assertEqual(settle_stragglers(), 1)

        self.assertEqual((listed(self.gone), listed(self.left)), (set(), {story.pk}))
        self.assertEqual(wrong_counts(), [])
        self.assertEqual(settle_stragglers(), 0)

    def test_are_one_credit_where_who_is_left_stands_there_already(self):
        self.merge()
        story = make_published(by=[reporter("周永卫")])
        Byline.objects.create(article=story, contributor=self.gone, role="reporter")

        settle_stragglers()

        self.assertEqual(story.bylines.get().contributor, self.left)
