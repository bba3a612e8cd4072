"""Two acts on one issue at the same moment: whatever their order, it is out whole at its hour or not at all."""

from datetime import timedelta

from django.test import Client, TransactionTestCase
from django.urls import reverse
from django.utils import timezone

from articles import issuing, publishing, reviewing
from articles.acting import Refusal
from articles.models import Article, Issue
from newsroom.groups import CHIEF
from tests.at_once import at_once
from tests.factories import make_article, make_issue, make_page, make_user, signed, story_form

TIMES = 3


class IssuesAtOnceTests(TransactionTestCase):
    def setUp(self):
        self.chief = make_user(group=CHIEF, is_superuser=True)
        self.hour = timezone.now() + timedelta(hours=8)

    def at_once(self, *acts):
        return at_once(*acts, refusals=Refusal)

    def planned(self, turn):
        """An issue with two signed stories, and not signed itself."""
        issue = make_issue(on=timezone.localdate() + timedelta(days=1 + turn), published=False)
        page = make_page(issue=issue)
        return issue, page, [signed(headline=f"{turn}之{number}", page=page) for number in (1, 2)]

    def signing(self, issue):
        return lambda: publishing.publish_issue(Issue.objects.get(pk=issue.pk), at=self.hour)

    def saving(self, story, **typed):
        """The story's form, as a colleague sends it."""
        client = Client()
        client.force_login(self.chief)
        address = reverse("admin:articles_article_change", args=[story.pk])
        fields = story_form(Article.objects.get(pk=story.pk)) | typed
        return lambda: client.post(address, fields).status_code

    def placing(self, story, page):
        row = {"id": "", "article": story.pk, "page": page.pk, "order": 9, "hotspot": "[]", "continued_from": ""}
        rows = {f"placements-0-{name}": said for name, said in row.items()}
        return self.saving(story, **{"placements-TOTAL_FORMS": 1}, **rows)

    def assert_whole_or_not_at_all(self, issue):
        issue.refresh_from_db()
        stories = list(Article.objects.filter(placements__page__issue=issue, withdrawn_at=None))
        hours = {story.published_at for story in stories}
        unsigned = [story for story in stories if story.stage != "ready"]
        self.assertEqual(hours, {None if unsigned else issue.signed_for})
        self.assertEqual(issue.published_at, None if unsigned else issue.signed_for)

    def test_signing_and_the_form_that_places_an_unsigned_story(self):
        for turn in range(TIMES):
            issue, page, _stories = self.planned(turn)
            late = make_article(headline="来晚了")

            _signed, saved = self.at_once(self.signing(issue), self.placing(late, page))

            self.assertEqual(saved, 302)
            self.assert_whole_or_not_at_all(issue)

    def test_signing_and_an_edit(self):
        for turn in range(TIMES):
            issue, _page, stories = self.planned(turn)

            _signed, saved = self.at_once(self.signing(issue), self.saving(stories[0], body="改过的正文。"))

            self.assertEqual(saved, 302)
            self.assert_whole_or_not_at_all(issue)

    def test_two_editors_at_two_stories_of_a_signed_issue(self):
        for turn in range(TIMES):
            issue, _page, stories = self.planned(turn)
            self.signing(issue)()

            came = self.at_once(*(self.saving(story, body="改过的正文。") for story in stories))

            self.assertEqual(came, [302, 302])
            self.assert_whole_or_not_at_all(issue)

    def test_an_edit_and_the_signing_taken_back(self):
        for turn in range(TIMES):
            issue, _page, stories = self.planned(turn)
            self.signing(issue)()
            unsign = lambda issue=issue: issuing.take_signing_back(issue, reason="头版要换")  # noqa: E731

            _unsigned, saved = self.at_once(unsign, self.saving(stories[1], body="改过的正文。"))

            self.assertEqual(saved, 302)
            self.assert_whole_or_not_at_all(issue)

    def test_two_chiefs_one_moves_the_hour_and_one_sends_a_story_back(self):
        for turn in range(TIMES):
            issue, _page, stories = self.planned(turn)
            self.signing(issue)()
            later = self.hour + timedelta(hours=1)
            move = lambda issue=issue, later=later: issuing.move_hour(issue, at=later)  # noqa: E731
            give_back = lambda story=stories[0]: reviewing.send_back(story, reason="人名有误")  # noqa: E731

            self.at_once(move, give_back)

            self.assert_whole_or_not_at_all(issue)
            self.assertEqual(issue.signed_for, later)
