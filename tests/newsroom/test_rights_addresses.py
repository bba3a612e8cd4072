"""
A story that is named besides, in a field or a query, and not by the address itself. What the addresses themselves let
through is held by tests/permissions/.
"""

from django.test import TestCase
from django.urls import reverse

from newsroom.groups import DESK_EDITOR
from tests.factories import make_article, make_desk, make_published, make_user


class NamedBesidesTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(group=DESK_EDITOR, desk=make_desk()))
        self.elsewhere = make_desk()

    def test_what_takes_a_story_besides(self):
        story = make_article(desk=self.elsewhere, headline="未曾公开")
        for name, asked in (
            ("offer_photos", {"story": story.pk}),
            ("unsaved", {"_article": story.pk}),
            ("check_words", {"pk": story.pk}),
            ("preview_body", {"pk": story.pk}),
            ("open", {"_article": story.pk, "opening": "k" * 20, "_turn": "1"}),
        ):
            address = reverse(f"admin:articles_article_{name}")
            for response in (self.client.get(address, asked), self.client.post(address, asked)):
                self.assertNotContains(response, "未曾公开", status_code=response.status_code, msg_prefix=name)

    def test_no_act_is_offered_for_a_printed_story_of_another_desk(self):
        page = self.client.get(reverse("admin:articles_article_change", args=[make_published(desk=self.elsewhere).pk]))

        said = page.context
        self.assertEqual((said["open_acts"], said["may_change"], said["may_export"]), ([], False, False))
