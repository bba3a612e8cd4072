from django.test import TestCase
from django.urls import reverse

from bylines import private
from desk.models import AuditEntry
from newsroom.groups import CHIEF, EDITOR, REPORTER
from tests.factories import make_contributor, make_user

LIST = "/admin/bylines/contributor/"


class PrivatePageTests(TestCase):
    def setUp(self):
        self.chief = make_user(group=CHIEF)
        self.client.force_login(self.chief)
        self.person = make_contributor(name="何青")
        private.keep(self.person, None, phone="13900000001")
        self.address = reverse("admin:bylines_contributor_private", args=[self.person.pk])

    def test_shows_nothing_before_the_button_is_pressed(self):
        response = self.client.get(self.address)

        self.assertNotContains(response, "13900000001")
        self.assertFalse(AuditEntry.objects.filter(verb="look_private").exists())

    def test_shows_them_then_and_notes_it(self):
        response = self.client.post(self.address, {"look": "1"})

        self.assertContains(response, "13900000001")
        self.assertIn("no-store", response["Cache-Control"])
        self.assertEqual(AuditEntry.objects.get(verb="look_private").by, self.chief)

    def test_keeps_what_is_typed_and_says_what_is_wrong(self):
        wrong = self.client.post(self.address, {"keep": "1", "phone": "电话"})
        self.client.post(self.address, {"keep": "1", "phone": "13900000002", "bank": "山海银行"})

        self.assertContains(wrong, "电话")
        self.assertEqual(private.of_phone("13900000002"), self.person)

    def test_is_not_for_editors_and_not_for_those_merged_away(self):
        gone = make_contributor(name="江望", merged_into=self.person)
        self.assertEqual(self.client.get(self.address.replace(str(self.person.pk), str(gone.pk))).status_code, 404)
        for group in (EDITOR, REPORTER):
            self.client.force_login(make_user(group=group))
            self.assertEqual(self.client.get(self.address).status_code, 403)

    def test_stands_on_no_other_page_of_the_person(self):
        form = self.client.get(reverse("admin:bylines_contributor_change", args=[self.person.pk]))

        self.assertNotContains(form, "13900000001")
        self.assertNotContains(self.client.get(LIST), "13900000001")
