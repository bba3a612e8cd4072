from django.test import TestCase
from django.urls import reverse

from articles.checks import ISSUE_CHECKS, Check, Level, check_issue
from articles.models import Waiver
from desk.models import Paper
from newsroom.groups import CHIEF, EDITOR, PHOTOGRAPHER, REPORTER
from tests.factories import make_article, make_desk, make_issue, make_page, make_user, reporter


class IssueChecksTests(TestCase):
    def setUp(self):
        Paper.current()
        self.issue = make_issue(published=False)
        self.page = make_page(issue=self.issue, label="01")
        self.client.force_login(make_user(group=EDITOR))

    def address(self, name="checks", *keys):
        return reverse(f"admin:articles_issue_{name}", args=[self.issue.pk, *keys])

    def add_story(self, label):
        page = make_page(issue=self.issue, label=label)
        return make_article(headline=f"第{label}版稿", body=f"花的的海洋，{label}。", page=page, by=[reporter("李凡")])

    def waive_address(self, code="page-empty"):
        hit = next(hit for hit in check_issue(self.issue).hits if hit.code == code)
        return self.address("waive", hit.digest)

    def test_names_what_the_issue_its_pages_and_its_stories_lack(self):
        self.add_story("02")

        response = self.client.get(self.address())

        for words in ("没有总期号", "第01版", "第02版稿", "“的的”是否重复"):
            self.assertContains(response, words)

    def test_gives_the_board_a_mark_for_each(self):
        story = self.add_story("02")

        response = self.client.get(self.address())

        for key in (f"issue-{self.issue.pk}", f"page-{self.page.pk}", f"story-{story.pk}"):
            self.assertContains(response, f'<template data-mark="{key}">')
            self.assertContains(self.client.get(reverse("admin:index")), f'data-checks-for="{key}"')

    def test_asks_as_much_for_three_stories_as_for_one(self):
        self.add_story("02")
        self.client.get(self.address())
        with self.assertNumQueries(17):
            self.client.get(self.address())

        self.add_story("03"), self.add_story("04")
        with self.assertNumQueries(17):
            self.client.get(self.address())

    def test_names_no_story_of_other_desks_to_a_reporter(self):
        secret = self.add_story("02")
        secret.desk = make_desk(name="时政部")
        secret.save()
        self.client.force_login(make_user(group=REPORTER, desk=make_desk(name="副刊部")))

        response = self.client.get(self.address())

        self.assertContains(response, "没有总期号")
        self.assertNotContains(response, "第02版稿")
        self.assertNotContains(response, "的的")

    def test_is_not_for_those_who_see_no_issues(self):
        self.client.force_login(make_user(group=PHOTOGRAPHER))

        self.assertEqual(self.client.get(self.address()).status_code, 403)

    def test_a_hit_is_let_stand_and_taken_back(self):
        address = self.waive_address()
        self.client.post(address, {"reason": "整版广告"})

        self.assertEqual(Waiver.objects.get().record, self.page)
        self.assertContains(self.client.get(self.address()), "整版广告")
        self.client.post(address, {"_take_back": "1"})
        self.assertFalse(Waiver.objects.exists())

    def test_a_reporter_lets_nothing_stand(self):
        address = self.waive_address()
        self.client.force_login(make_user(group=REPORTER))

        self.assertEqual(self.client.post(address, {"reason": "整版广告"}).status_code, 409)
        self.assertFalse(Waiver.objects.exists())

    def test_a_check_that_breaks_is_named(self):
        ISSUE_CHECKS.append(Check("weather-old", Level.NOTICE, "Old.", lambda sheet: 1 / 0))
        self.addCleanup(ISSUE_CHECKS.pop)
        self.client.force_login(make_user(group=CHIEF))

        with self.assertLogs("articles.checks.running"):
            response = self.client.get(self.address())

        self.assertContains(response, "检查“weather-old”未能运行。")
