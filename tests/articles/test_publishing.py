from datetime import UTC, date, datetime, timedelta

from django.db import IntegrityError
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from articles import publishing
from articles.models import Article, Issue, Listing
from articles.models.article import Stage
from articles.page_files import hang_picture
from articles.publishing import Refusal
from desk.models import AuditEntry
from media.imaging.developing import develop
from tests.factories import (
    credit,
    make_article,
    make_channel,
    make_column,
    make_issue,
    make_page,
    make_photo,
    make_published,
    make_town,
    make_user,
    place,
    reporter,
)
from tests.pictures import draw, encoded, upload


class PublishTests(TestCase):
    def test_refuses_a_story_that_nobody_signed(self):
        article = make_article()

        with self.assertRaisesMessage(Refusal, "签发"):
            publishing.publish(article)

        self.assertIsNone(Article.objects.get().published_at)

    def test_a_future_time_is_an_embargo(self):
        article = make_published(at=timezone.now() + timedelta(hours=1))

        self.assertFalse(article.is_published)
        self.assertTrue(article.is_scheduled)
        self.assertQuerySetEqual(Article.objects.published(), [])
        self.assertQuerySetEqual(Article.objects.published(at=article.published_at), [article])

    def test_files_the_story_under_its_town_and_everything_above(self):
        make_published(regions=[make_town()])

        codes = Listing.objects.filter(kind="region").values_list("key", flat=True)
        self.assertEqual(sorted(codes), ["330000", "330600", "330681", "330681104"])

    def test_files_the_story_under_people_column_channel_and_tags(self):
        filed = {"column": make_column(), "channel": make_channel(), "tags": ["安全生产"]}
        article = make_published(by=[reporter("李凡")], at=datetime(2023, 3, 1, 22, tzinfo=UTC), **filed)

        found = set(Listing.objects.values_list("kind", "key"))
        person = article.bylines.get().contributor_id
        self.assertEqual(
            found,
            {
                ("contributor", str(person)),
                ("column", str(article.column_id)),
                ("channel", str(article.channel_id)),
                ("tag", str(article.tags.get().pk)),
                ("day", "2023-03-02"),
            },
        )

    def test_writes_down_who_did_it(self):
        chief = make_user(username="chief")
        article = make_article(stage=Stage.READY)

        publishing.publish(article, by=chief)

        entry = AuditEntry.objects.get(kind="article")
        self.assertEqual((entry.verb, entry.kind, entry.key, entry.by), ("publish", "article", str(article.pk), chief))

    def test_the_database_refuses_an_unsigned_story_with_a_time(self):
        article = make_article()

        with self.assertRaises(IntegrityError):
            Article.objects.filter(pk=article.pk).update(published_at=timezone.now())

    def test_leaves_the_date_of_a_printed_story_alone(self):
        article = make_published()
        before = article.published_at

        with self.assertRaises(Refusal):
            publishing.publish(article)

        self.assertEqual(Article.objects.get().published_at, before)

    def test_breaks_no_embargo(self):
        article = make_published(at=timezone.now() + timedelta(hours=1))

        with self.assertRaises(Refusal):
            publishing.publish(article)

        self.assertQuerySetEqual(Article.objects.published(), [])

    def test_a_schedule_can_be_taken_back(self):
        article = make_published(at=timezone.now() + timedelta(hours=1), regions=[make_town()])

        publishing.unschedule(article)

        self.assertIsNone(Article.objects.get().published_at)
        self.assertFalse(Listing.objects.exists())


class WithdrawTests(TestCase):
    def test_takes_the_story_off_every_list(self):
        article = make_published(regions=[make_town()])

        publishing.withdraw(article, reason="失实")

        self.assertFalse(Listing.objects.exists())
        self.assertQuerySetEqual(Article.objects.published(), [])
        self.assertQuerySetEqual(Article.objects.once_published(), [article])

    def test_a_restored_story_stands_under_its_old_date(self):
        article = make_published(regions=[make_town()])
        before = article.published_at
        publishing.withdraw(article)

        publishing.restore(article)

        self.assertQuerySetEqual(Article.objects.published(), [article])
        self.assertEqual(Article.objects.get().published_at, before)
        self.assertEqual(Listing.objects.filter(kind="region").count(), 4)

    def test_is_done_once(self):
        article = make_published()
        publishing.withdraw(article)
        before = article.withdrawn_at

        with self.assertRaises(Refusal):
            publishing.withdraw(article)

        self.assertEqual(Article.objects.get().withdrawn_at, before)

    def test_refuses_what_was_never_published(self):
        with self.assertRaises(Refusal):
            publishing.withdraw(make_article())


class PublishIssueTests(TestCase):
    def test_sends_out_every_placed_story_at_one_time(self):
        issue = make_issue(published=False)
        page = make_page(issue=issue)
        stories = [make_article(page=page, headline=headline, stage=Stage.READY) for headline in ("一", "二")]

        count = publishing.publish_issue(issue)

        self.assertEqual(count, 2)
        times = Article.objects.filter(pk__in=[story.pk for story in stories]).values_list("published_at", flat=True)
        self.assertEqual(set(times), {issue.published_at})

    def test_sends_out_nothing_while_one_story_is_unsigned(self):
        issue = make_issue(published=False)
        page = make_page(issue=issue)
        make_article(page=page, stage=Stage.READY)
        make_article(page=page, headline="还在改")

        with self.assertRaisesMessage(Refusal, "还在改"):
            publishing.publish_issue(issue)

        self.assertFalse(Article.objects.exclude(published_at=None).exists())

    def test_leaves_out_a_withdrawn_story(self):
        issue = make_issue(published=False)
        withdrawn = make_published(page=make_page(issue=issue))
        publishing.withdraw(withdrawn)

        with self.assertRaises(Refusal):
            publishing.publish_issue(issue)

    def test_refuses_an_empty_issue(self):
        with self.assertRaises(Refusal):
            publishing.publish_issue(make_issue(published=False))

    def test_keeps_the_time_of_a_story_that_readers_know_already(self):
        issue = make_issue(published=False)
        story = make_published(page=make_page(issue=issue))
        before = story.published_at

        publishing.publish_issue(issue)

        story.refresh_from_db()
        self.assertEqual(story.published_at, before)

    def test_breaks_no_embargo_of_its_own(self):
        issue = make_issue(published=False)
        later = timezone.now() + timedelta(days=3)
        story = make_published(at=later, page=make_page(issue=issue))

        publishing.publish_issue(issue)

        story.refresh_from_db()
        self.assertEqual(story.published_at, later)

    def test_stays_out_when_it_is_published_again(self):
        issue = make_issue(published=False)
        page = make_page(issue=issue)
        make_article(page=page, stage=Stage.READY)
        publishing.publish_issue(issue, at=timezone.now() - timedelta(hours=1))
        out_since = issue.published_at
        late = make_article(page=page, stage=Stage.READY)

        publishing.publish_issue(issue)

        late.refresh_from_db()
        self.assertEqual(Issue.objects.get().published_at, out_since)
        self.assertIsNotNone(late.published_at)

    def test_takes_its_waiting_stories_along_to_another_hour(self):
        issue = make_issue(published=False)
        story = make_article(page=make_page(issue=issue), stage=Stage.READY)
        publishing.publish_issue(issue, at=timezone.now() + timedelta(hours=5))
        sooner = timezone.now() + timedelta(hours=1)

        publishing.publish_issue(issue, at=sooner)

        story.refresh_from_db()
        self.assertEqual(story.published_at, sooner)


class HourOfIssueTests(TestCase):
    now = timezone.make_aware(timezone.datetime(2026, 5, 1, 9, 30))

    def test_an_old_issue_is_filed_under_its_printed_hour(self):
        hour = publishing.hour_of(make_issue(on=date(2023, 3, 2)), now=self.now)

        self.assertEqual(hour.isoformat(), "2023-03-02T06:00:00+08:00")

    def test_todays_issue_goes_out_at_once_when_the_hour_is_past(self):
        self.assertEqual(publishing.hour_of(make_issue(on=date(2026, 5, 1)), now=self.now), self.now)

    def test_tomorrows_issue_waits_for_its_hour(self):
        hour = publishing.hour_of(make_issue(on=date(2026, 5, 2)), now=self.now)

        self.assertEqual(hour.isoformat(), "2026-05-02T06:00:00+08:00")


class PlacementTests(TestCase):
    def test_a_page_shows_a_story_once(self):
        page = make_page()
        article = make_article(page=page)

        with self.assertRaises(IntegrityError):
            place(article=article, page=page)

    def test_a_credit_belongs_to_a_story_or_a_photo(self):
        with self.assertRaises(IntegrityError):
            credit(by=[reporter("李凡")])


class PictureOfAWithdrawnStoryTests(TestCase):
    def setUp(self):
        self.photo = make_photo()
        self.article = make_published()
        self.article.illustrations.create(photo=self.photo)

    def test_changes_its_address(self):
        before = self.photo.largest["url"]

        with self.captureOnCommitCallbacks(execute=True):
            publishing.withdraw(self.article)

        self.photo.refresh_from_db()
        self.assertEqual(self.answer(before), 404)
        self.assertEqual(self.answer(self.photo.largest["url"]), 200)

    def test_stays_where_another_published_story_shows_it(self):
        make_published(headline="另一篇").illustrations.create(photo=self.photo)
        before = self.photo.key

        publishing.withdraw(self.article)

        self.photo.refresh_from_db()
        self.assertEqual(self.photo.key, before)

    def test_the_pages_picture_goes_offline(self):
        page = make_page()
        place(article=self.article, page=page)
        hang_picture(page, develop(upload(encoded(draw())), "page.jpg"))
        address = reverse("public_file", args=[page.key, page.picture[0]["name"]])

        with self.captureOnCommitCallbacks(execute=True):
            publishing.withdraw(self.article)

        page.refresh_from_db()
        self.assertEqual(page.picture, [])
        self.assertEqual(self.answer(address), 404)

    def answer(self, address):
        """Reads the answer to its end, which closes the file."""
        response = self.client.get(address)
        if response.streaming:
            b"".join(response.streaming_content)
        return response.status_code
