"""
The clock decides: at an issue's hour every page turns, with no worker running and nothing stored in between.
Two clients ask, the one a second before the hour, the other at it.
"""

from datetime import timedelta
from unittest import mock

from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone

from articles import publishing
from articles.models import Correction, Issue
from desk.models import Job
from tests.factories import (
    make_channel,
    make_column,
    make_contributor,
    make_issue,
    make_page,
    make_town,
    reporter,
    signed,
)

HEADLINE = "明日独家送清凉"


class TheHourTests(TestCase):
    def setUp(self):
        self.hour = timezone.now().replace(microsecond=0) + timedelta(hours=8)
        self.town, self.writer = make_town(), make_contributor(name="李凡")
        self.issue = make_issue(on=timezone.localdate() + timedelta(days=1), published=False)
        self.page = make_page(issue=self.issue)
        self.story = signed(
            headline=HEADLINE,
            page=self.page,
            by=[reporter("李凡")],
            regions=[self.town],
            tags=["劳模"],
            column=make_column(),
            channel=make_channel(),
        )
        publishing.publish_issue(self.issue, at=self.hour)
        Correction.objects.create(article=self.story, wrong="甲", right="乙", published_at=self.hour)

    def addresses(self):
        """Every page that prints the story's headline or leads to its issue."""
        lists = [
            self.town.get_absolute_url(),
            self.town.parent.get_absolute_url(),
            self.writer.get_absolute_url(),
            self.story.column.get_absolute_url(),
            self.story.channel.get_absolute_url(),
            reverse("tag_page", args=["劳模"]),
        ]
        feeds = ["/feeds/latest.atom", f"/feeds/regions/{self.town.code}.atom"]
        pages = [self.issue.get_absolute_url(), self.page.get_absolute_url(), self.story.get_absolute_url()]
        return ["/", "/corrections/", *lists, *feeds, *pages]

    def shown_at(self, at):
        with mock.patch("django.utils.timezone.now", return_value=at):
            reader = Client()
            return {address for address in self.addresses() if self.is_shown(reader.get(address))}

    def is_shown(self, response):
        return response.status_code == 200 and HEADLINE in response.content.decode()

    def test_shows_nothing_before_and_everything_at_it(self):
        self.assertEqual(self.shown_at(self.hour - timedelta(seconds=1)), set())
        self.assertEqual(self.shown_at(self.hour), set(self.addresses()))

    def test_the_calendar_and_the_pages_picture_turn_with_it(self):
        for at, seen in [(self.hour - timedelta(seconds=1), False), (self.hour, True)]:
            with mock.patch("django.utils.timezone.now", return_value=at):
                calendar = Client().get(reverse("issue_calendar", args=[self.issue.date.year]))
                self.assertEqual(self.issue.get_absolute_url() in calendar.content.decode(), seen)
                self.assertEqual(self.page in type(self.page).objects.published(), seen)

    def test_nothing_had_to_run(self):
        with mock.patch("django.utils.timezone.now", return_value=self.hour):
            self.assertTrue(Issue.objects.get().is_published)
        self.assertFalse(Job.objects.exclude(done_at=None).exists())
