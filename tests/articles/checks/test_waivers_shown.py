from django.test import TestCase
from django.urls import reverse

from articles.checks import check_issue
from articles.checks.waiving import waive
from newsroom.groups import CHIEF, DESK_EDITOR
from tests.factories import make_article, make_desk, make_issue, make_page, make_user


class WaiverListTests(TestCase):
    def setUp(self):
        page = make_page(issue=make_issue(published=False))
        make_article(headline="别部门的稿子", desk=make_desk(), page=page)
        self.chief = make_user(group=CHIEF)
        for hit in check_issue(page.issue).hits:
            waive(hit, by=self.chief, reason="试刊")

    def listed_to(self, user):
        self.client.force_login(user)
        return self.client.get(reverse("admin:articles_waiver_changelist"))

    def test_names_no_story_of_another_desk_in_the_words_of_an_issue(self):
        page = self.listed_to(make_user(group=DESK_EDITOR, desk=make_desk()))

        self.assertNotContains(page, "别部门的稿子")
        self.assertContains(page, "number-missing")

    def test_has_them_all_for_who_sees_all(self):
        self.assertContains(self.listed_to(self.chief), "别部门的稿子")
