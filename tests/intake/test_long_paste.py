from django.conf import settings
from django.test import Client

from intake.screen.text_form import LONGEST_TEXT
from tests.intake.dropping import DroppingTestCase
from tests.intake.screen import SCREEN, ScreenTestCase


class TooMuchTests(ScreenTestCase):
    def test_more_than_the_server_takes_is_answered_with_what_to_do(self):
        client = Client(enforce_csrf_checks=True)
        client.force_login(self.editor)

        response = client.post(SCREEN, {"text": "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)})

        self.assertContains(response, "已输入的内容仍在", status_code=413)
        self.assertNotContains(response, "无法理解", status_code=413)

    def test_page_and_form_agree_about_the_most(self):
        self.assertContains(self.client.get(SCREEN), f'data-longest="{LONGEST_TEXT}"')


class TooMuchInBrowserTests(DroppingTestCase):
    def test_a_long_paste_is_stopped_before_it_is_sent(self):
        area = self.page.locator("#id_text")
        area.evaluate(
            """(area, most) => {
              area.value = "长".repeat(most + 1);
              area.dispatchEvent(new Event("input", { bubbles: true }));
            }""",
            LONGEST_TEXT,
        )
        self.page.locator("[name=read]").click()

        said = self.page.locator(".intake-too-long")
        self.assertEqual(said.inner_text(), "文字超过300000字，请按版分次收稿。")
        area.fill("短")
        self.assertTrue(said.is_hidden())
        self.assertEqual(self.complaints, [])
