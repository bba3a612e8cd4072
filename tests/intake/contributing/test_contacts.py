from datetime import timedelta
from io import StringIO
from unittest import mock

from django.conf import settings
from django.core.management import call_command
from django.test import TestCase, override_settings
from django.utils import timezone

from bylines.sealing import unsealed
from intake.contributing.forgetting import KEPT, forget_old_contacts
from intake.models import Contribution
from newsroom.environment import new_key
from tests.intake.contributing.forms import PHONE, AtTheForm

EMAIL = "Zhou@union.example"


class ContactsTests(AtTheForm, TestCase):
    def setUp(self):
        self.open_the_form()
        self.send(email=EMAIL)

    def found(self):
        return [Contribution.objects.with_phone(PHONE).count(), Contribution.objects.with_email(EMAIL).count()]

    def test_are_found_under_a_new_key_before_and_after_all_is_sealed_anew(self):
        new, old = new_key(), settings.PRIVATE_DATA_KEYS[0]

        with override_settings(PRIVATE_DATA_KEYS=[new, old]):
            self.assertEqual(self.found(), [1, 1])
            call_command("reencrypt", stdout=StringIO())
        with override_settings(PRIVATE_DATA_KEYS=[new]):
            self.assertEqual(self.found(), [1, 1])
            self.assertEqual(unsealed(Contribution.objects.get().phone), PHONE)

    def test_without_their_key_there_is_no_address_to_write_to(self):
        with override_settings(PRIVATE_DATA_KEYS=[new_key()]):
            self.assertEqual(Contribution.objects.get().email_address, "")

    def test_go_when_their_time_is_over_and_what_was_handed_in_stays(self):
        forget_old_contacts()
        self.assertEqual(self.found(), [1, 1])

        later = timezone.now() + KEPT + timedelta(minutes=1)
        with mock.patch("intake.contributing.forgetting.timezone.now", return_value=later):
            forget_old_contacts()

        one = Contribution.objects.get()
        self.assertEqual((one.phone, one.phone_digest, one.email, one.email_digest), ("", "", "", ""))
        self.assertEqual((one.name, one.letter.subject), ("周永卫", "下了班上夜校"))
