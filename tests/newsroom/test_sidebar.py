from django.test import TestCase

from newsroom.admin_site import WORK
from tests.factories import make_user


class SidebarTests(TestCase):
    def groups(self):
        self.client.force_login(make_user(is_superuser=True))
        shown = self.client.get("/admin/").context["available_apps"]
        return {str(group["name"]): [row["object_name"] for row in group["models"]] for group in shown}

    def test_every_record_has_its_place_in_the_work(self):
        self.assertLessEqual(self.groups().keys(), {str(name) for name, _models in WORK})

    def test_phrases_and_what_was_let_stand_are_the_papers(self):
        self.assertEqual(self.groups()["报社"][:3], ["Paper", "Phrase", "Waiver"])
