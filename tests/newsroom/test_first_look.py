from django.contrib.auth import get_user_model

from newsroom.setting_up import set_up
from tests.browser import BrowserTestCase


class FirstLookTests(BrowserTestCase):
    def setUp(self):
        super().setUp()
        set_up()

    def test_the_front_page_breaks_no_policy(self):
        response = self.visit("/")

        self.assertEqual((response.status, self.complaints), (200, []))

    def test_an_editor_logs_in(self):
        get_user_model().objects.create_superuser("chief", password="night desk")

        self.visit("/admin/")
        self.page.fill("#id_username", "chief")
        self.page.fill("#id_password", "night desk")
        self.page.click("[type=submit]")

        self.assertEqual(self.page.url, self.live_server_url + "/admin/")
        self.assertEqual(self.complaints, [])
