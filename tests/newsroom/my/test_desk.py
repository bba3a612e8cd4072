from django.test import TestCase, override_settings
from django.utils import timezone

from bylines.models import Contributor
from desk.models import AuditEntry
from intake.models import OwnLink, PrintNotice
from newsroom.groups import CHIEF, EDITOR, REPORTER
from tests.factories import correspondent, make_published, make_user
from tests.newsroom.my.people import PHONE, make_contribution, make_correspondent

LIST = "/admin/intake/printnotice/"


class DeskLinksTests(TestCase):
    def setUp(self):
        self.person = make_correspondent(name="周永卫")
        self.address = f"/admin/own-links/{self.person.pk}/"
        self.client.force_login(make_user(group=EDITOR))

    def test_a_link_is_shown_once(self):
        made = self.client.post(self.address, {"_make": "1", "days": "90"}).context["address"]

        self.assertContains(self.client.get(made), "周永卫")
        self.assertNotContains(self.client.get(self.address), made)
        self.assertEqual(AuditEntry.objects.latest("pk").verb, "own_link")

    def test_is_revoked(self):
        made = self.client.post(self.address, {"_make": "1", "days": "90"}).context["address"]

        self.client.post(self.address, {"_revoke": OwnLink.objects.get().pk})

        self.assertEqual(self.client.get(made).status_code, 410)

    def test_days_that_nobody_offers_make_none(self):
        self.client.post(self.address, {"_make": "1", "days": "9999"})

        self.assertFalse(OwnLink.objects.exists())

    def test_no_link_of_another_is_revoked(self):
        other = make_correspondent(name="梁昊")
        self.client.post(f"/admin/own-links/{other.pk}/", {"_make": "1", "days": "90"})

        response = self.client.post(self.address, {"_revoke": OwnLink.objects.get().pk})

        self.assertEqual((response.status_code, OwnLink.objects.live().count()), (404, 1))


class ToTellTests(TestCase):
    def setUp(self):
        self.person = make_correspondent(name="周永卫")
        story = make_published(headline="夜校开课", by=[correspondent("周永卫")])
        self.notice = PrintNotice.objects.create(article=story, contributor=self.person, untold_since=timezone.now())
        self.client.force_login(make_user(group=EDITOR))

    def act(self, action):
        return self.client.post(LIST, {"action": action, "_selected_action": [self.notice.pk]})

    def test_words_are_copied_with_a_link_that_opens(self):
        response = self.act("copy_words")

        [(_notice, words)] = response.context["rows"]
        self.assertIn("《夜校开课》", words)
        path = "/my/" + words.partition("/my/")[2].split()[0]
        self.assertContains(self.client.get(path), "周永卫")

    def test_addresses_are_whole_whether_the_site_has_said_its_own_or_not(self):
        [(_notice, words)] = self.act("copy_words").context["rows"]
        self.assertEqual(words.count("http://testserver/"), 2)

        with override_settings(SITE_URL="https://paper.example.com"):
            [(_notice, words)] = self.act("copy_words").context["rows"]
        self.assertEqual(words.count("https://paper.example.com/"), 2)

    def test_is_ticked_off(self):
        self.assertContains(self.client.get(LIST), "夜校开课")

        self.act("tick_off")

        self.assertNotContains(self.client.get(LIST), "夜校开课")
        self.assertContains(self.client.get(f"{LIST}?state=all"), "夜校开课")


class LetterOfTheFormTests(TestCase):
    def setUp(self):
        self.one = make_contribution(headline="来稿", email="zhou@union.example")
        self.address = f"/admin/intake/letter/{self.one.letter_id}/"

    def sign_in(self, group):
        self.client.force_login(make_user(group=group))

    def test_says_what_was_declared_and_neither_phone_nor_address(self):
        self.sign_in(CHIEF)

        response = self.client.get(f"{self.address}change/")

        self.assertContains(response, self.one.number)
        self.assertContains(response, "只投本报")
        self.assertNotContains(response, PHONE)

    def test_phone_and_address_are_looked_at_by_whoever_may_and_noted(self):
        self.sign_in(CHIEF)
        self.assertContains(self.client.post(f"{self.address}contact/"), PHONE)
        self.assertEqual(AuditEntry.objects.latest("pk").verb, "look_private")

        self.sign_in(REPORTER)
        self.assertNotEqual(self.client.post(f"{self.address}contact/").status_code, 200)

    def test_is_declined_with_words_and_taken_back(self):
        self.sign_in(CHIEF)
        self.client.post(f"{self.address}decline/", {"words": " "})
        self.assertIsNone(type(self.one).objects.get().declined_at)

        self.client.post(f"{self.address}decline/", {"words": "版面有限。\x00"})
        self.assertEqual(type(self.one).objects.get().declined_words, "版面有限。")

        self.client.post(f"{self.address}decline/", {"_take_back": "1"})
        self.assertIsNone(type(self.one).objects.get().declined_at)

    def test_goes_with_its_letter(self):
        Contributor.objects.all().delete()
        self.one.letter.delete()

        self.assertFalse(type(self.one).objects.exists())
