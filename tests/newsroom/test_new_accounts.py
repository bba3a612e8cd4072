from django.test import TestCase
from django.urls import reverse

from newsroom.groups import CHIEF
from tests.factories import make_user


class NewAccountTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(group=CHIEF))
        self.page = self.client.get(reverse("admin:desk_user_add"))

    def test_is_for_somebody_who_may_come_in(self):
        self.assertTrue(self.page.context["adminform"].form["is_staff"].value())

    def test_is_made_in_chinese(self):
        self.assertNotContains(self.page, "more user options")
