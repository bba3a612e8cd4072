from unittest import mock

from django.test import Client, TestCase
from django.urls import reverse

from desk.doors.tries import ALL_FORMS, ALL_SENDERS, FORM, SENDER
from intake.models import Letter
from media.keeping import delete_files, files_below
from tests.intake.contributing.forms import AtTheForm, jpeg


class DoorTests(AtTheForm, TestCase):
    def setUp(self):
        self.open_the_form()
        delete_files(list(files_below("handed_in")))

    def test_one_phone_hands_in_so_much_an_hour(self):
        for number in range(SENDER.limit):
            self.assertEqual(self.send(once=str(number)).status_code, 302)

        response = self.send(once="last", text="这一篇来得太快了。")

        self.assertContains(response, "这一篇来得太快了", status_code=429)
        self.assertIn("Retry-After", response)
        self.assertEqual(Letter.objects.count(), SENDER.limit)
        self.assertEqual(self.send(once="other", phone="13900139000").status_code, 302)

    def test_all_together_hand_in_so_much_an_hour(self):
        with mock.patch("intake.contributing.doors.ALL_SENDERS", ALL_SENDERS._replace(limit=1)):
            self.assertEqual(self.send().status_code, 302)
            self.client = Client(REMOTE_ADDR="192.0.2.7")
            other = self.send(phone="13900139000")

        self.assertContains(other, "下了班上夜校", status_code=429)
        self.assertEqual(Letter.objects.count(), 1)

    def test_all_together_send_so_many_forms_and_then_no_file_is_looked_into(self):
        with mock.patch("intake.contributing.doors.ALL_FORMS", ALL_FORMS._replace(limit=1)):
            self.send(headline="")
            self.client = Client(REMOTE_ADDR="192.0.2.7")
            other = self.send(headline="", **{"photo-0": jpeg()})

        self.assertEqual((other.status_code, list(files_below("handed_in"))), (429, []))

    def test_one_address_sends_so_many_forms_and_then_nothing_is_kept(self):
        for _time in range(FORM.limit):
            self.client.post(reverse("submit_page"), {})

        response = self.send(**{"photo-0": jpeg()})

        self.assertContains(response, "下了班上夜校", status_code=429)
        self.assertEqual(list(files_below("handed_in")), [])
        self.assertEqual(self.client.get(reverse("submit_page")).status_code, 200)
