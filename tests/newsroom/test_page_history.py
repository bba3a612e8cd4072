from django.test import TestCase
from django.urls import reverse

from newsroom.groups import CHIEF, DESK_EDITOR, REPORTER
from tests.factories import make_article, make_desk, make_page, make_user
from tests.newsroom.rights import rows


class PageHistoryTests(TestCase):
    def setUp(self):
        self.page = make_page()
        story = make_article(headline="别部门的稿子", desk=make_desk())
        self.chief = make_user(group=CHIEF)
        self.client.force_login(self.chief)
        row = {"placements-0-article": story.pk, "placements-0-order": 0, "placements-0-hotspot": "[]"}
        typed = {"issue": self.page.issue_id, "label": "02", "name": "工会", "position": 2}
        address = reverse("admin:articles_page_change", args=[self.page.pk])
        self.client.post(address, {**typed, **rows(placements=(1, 0)), **row})

    def seen_by(self, user):
        self.client.force_login(user)
        return self.client.get(reverse("admin:articles_page_history", args=[self.page.pk]))

    def test_names_no_story_of_another_desk(self):
        for group in (REPORTER, DESK_EDITOR):
            seen = self.seen_by(make_user(group=group, desk=make_desk()))

            self.assertContains(seen, "上版“…”")
            self.assertNotContains(seen, "别部门的稿子")

    def test_names_what_was_placed_to_who_sees_all(self):
        self.assertContains(self.seen_by(self.chief), "别部门的稿子")
