from django.test import TestCase

from articles.checks import ISSUE_CHECKS, STORY_CHECKS, Check, Found, Level, check_issue, check_story
from articles.checks.showing import shown_to
from newsroom.groups import EDITOR, REPORTER
from tests.factories import make_article, make_desk, make_issue, make_page, make_user

SECRET = "代表们从四面八方来到会场参加大会，工会主席在会上作了工作报告，与会代表认真审议了这份工作报告。"


def breaks(looked_at):
    yield Found("body", 0, 1)
    raise ValueError("no weather today")


class BrokenCheckTests(TestCase):
    """A check of an app above breaks neither the form nor the board."""

    def setUp(self):
        for checks in (STORY_CHECKS, ISSUE_CHECKS):
            checks.append(Check("weather-old", Level.NOTICE, "Old.", breaks))
            self.addCleanup(checks.pop)

    def test_is_named_beside_what_the_others_found(self):
        with self.assertLogs("articles.checks.running") as logged:
            hits = check_story(make_article(body="花的的海洋。"))

        self.assertIn("doubled-words", [hit.code for hit in hits])
        said = [hit.message for hit in hits if hit.code == "weather-old"]
        self.assertEqual(said, ["检查“weather-old”未能运行。", "Old."])
        self.assertIn("no weather today", logged.output[0])

    def test_of_an_issue_is_named_too(self):
        with self.assertLogs("articles.checks.running"):
            hits = check_issue(make_issue()).hits

        self.assertIn("检查“weather-old”未能运行。", [hit.message for hit in hits])


class ShownTests(TestCase):
    def setUp(self):
        page = make_page(issue=make_issue())
        self.secret = make_article(headline="两会开幕", body=SECRET, page=page, desk=make_desk(name="时政部"))
        self.desk = make_desk(name="副刊部")

    def codes(self, user, hits):
        return {hit.code for hit in shown_to(user, hits)}

    def test_another_desks_draft_is_not_named_to_a_reporter(self):
        own = check_story(make_article(headline="两会开幕", body=self.secret.body, desk=self.desk))
        reporter, editor = make_user(group=REPORTER, desk=self.desk), make_user(group=EDITOR)

        self.assertNotIn("same-story", self.codes(reporter, own))
        self.assertIn("same-story", self.codes(editor, own))

    def test_neither_by_the_checks_of_its_issue(self):
        hits = check_issue(self.secret.pages.get().issue).hits
        reporter, editor = make_user(group=REPORTER, desk=self.desk), make_user(group=EDITOR)

        self.assertNotIn("story-unsigned", self.codes(reporter, hits))
        self.assertIn("story-unsigned", self.codes(editor, hits))
