import logging
from io import StringIO

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command
from django.test import TestCase, override_settings

from bylines import private
from bylines.models import PrivateDetails
from bylines.sealing import UNREADABLE
from desk.models import AuditEntry
from newsroom.environment import new_key
from newsroom.groups import CHIEF, EDITOR
from tests.factories import make_contributor, make_user

PHONE, ID_NUMBER = "13900000001", "11010519491231002X"  # the latter as the standard's own example has it


def notes(verb):
    return list(AuditEntry.objects.filter(verb=verb).values_list("key", "by", "words"))


class PrivateDetailsTestCase(TestCase):
    def setUp(self):
        self.person, self.chief = make_contributor(name="何青"), make_user(group=CHIEF)


class KeptDetailsTests(PrivateDetailsTestCase):
    def test_lie_in_the_database_as_ciphertext_only(self):
        private.keep(self.person, self.chief, phone=PHONE, bank="山海银行", account="6222 0000 1111")

        row = PrivateDetails.objects.values().get()

        stored = " ".join(map(str, row.values()))
        self.assertNotIn(PHONE, stored)
        self.assertNotIn("山海银行", stored)
        self.assertNotIn("622200001111", stored)

    def test_are_read_as_they_were_kept_and_each_look_is_noted_without_them(self):
        private.keep(self.person, self.chief, phone="+86 139-0000-0001", id_number=ID_NUMBER.lower())

        seen = private.look(self.person, self.chief)

        self.assertEqual(seen, private.Details(phone=PHONE, id_number=ID_NUMBER))
        self.assertEqual(notes("look_private"), [(str(self.person.pk), self.chief.pk, "")])
        self.assertFalse(AuditEntry.objects.filter(words__contains=PHONE).exists())

    def test_keep_what_is_not_named_and_lose_what_is_emptied(self):
        private.keep(self.person, self.chief, phone=PHONE, bank="山海银行")
        private.keep(self.person, self.chief, phone="")

        self.assertEqual(private.look(self.person, self.chief), private.Details(bank="山海银行"))
        self.assertIsNone(private.of_phone(PHONE))

    def test_that_stay_as_they_are_are_no_change(self):
        private.keep(self.person, self.chief, phone=PHONE)
        before = notes("keep_private")

        self.assertEqual(private.keep(self.person, self.chief, phone=PHONE), [])
        self.assertEqual(notes("keep_private"), before)

    def test_are_for_those_who_have_the_right(self):
        editor = make_user(group=EDITOR)

        with self.assertRaises(PermissionDenied):
            private.look(self.person, editor)
        with self.assertRaises(PermissionDenied):
            private.keep(self.person, editor, phone=PHONE)
        self.assertFalse(PrivateDetails.objects.exists())

    def test_are_refused_by_name_where_they_are_none(self):
        with self.assertRaises(ValidationError) as refused:
            private.keep(
                self.person, self.chief, phone="电话", email="nobody", id_number=ID_NUMBER[:-1] + "1", account="卡号"
            )

        self.assertEqual(set(refused.exception.message_dict), {"phone", "email", "id_number", "account"})

    def test_do_not_print_themselves(self):
        said = repr(private.Details(phone=PHONE))

        self.assertNotIn(PHONE, said)

    def test_come_into_no_log(self):
        with self.assertNoLogs(level=logging.WARNING):
            private.keep(self.person, self.chief, phone=PHONE)

    def test_of_many_are_read_in_a_fixed_number_of_queries(self):
        people = [self.person, make_contributor(name="江望"), make_contributor(name="林岚")]
        for person in people:
            private.keep(person, None, phone=PHONE)
        self.chief.has_perm("bylines.view_privatedetails")

        for some in (people[:1], people):
            with self.assertNumQueries(4):  # savepoint and its release, rows, log
                private.look_at_all(some, self.chief)


class PhoneTests(PrivateDetailsTestCase):
    def test_finds_whose_it_is_however_it_is_written(self):
        private.keep(self.person, None, phone=PHONE)

        for written in ("139 0000 0001", "+8613900000001", "0086 139-0000-0001"):
            self.assertEqual(private.of_phone(written), self.person, written)

    def test_finds_nobody_where_it_is_shared_unknown_or_none(self):
        for person in (self.person, make_contributor(name="江望")):
            private.keep(person, None, phone=PHONE)

        self.assertEqual([private.of_phone(written) for written in (PHONE, "13900000009", "无", "")], [None] * 4)


class EmailTests(PrivateDetailsTestCase):
    def test_is_given_to_the_papers_own_letters_without_a_look(self):
        private.keep(self.person, None, email="he@example.org")

        self.assertEqual(private.email_of(self.person), "he@example.org")
        self.assertEqual(private.email_of(make_contributor(name="江望")), "")
        self.assertEqual(notes("look_private"), [])


class KeysTests(PrivateDetailsTestCase):
    def test_older_ones_open_what_they_sealed_until_all_is_sealed_anew(self):
        private.keep(self.person, self.chief, phone=PHONE)
        new, old = new_key(), settings.PRIVATE_DATA_KEYS[0]

        with override_settings(PRIVATE_DATA_KEYS=[new, old]):
            self.assertEqual(private.of_phone(PHONE), self.person)
            for expected in ("1", "0"):
                said = StringIO()
                call_command("reencrypt", stdout=said)
                self.assertTrue(said.getvalue().startswith(expected), said.getvalue())
        with override_settings(PRIVATE_DATA_KEYS=[new]):
            self.assertEqual(private.look(self.person, self.chief).phone, PHONE)
            self.assertEqual(private.of_phone(PHONE), self.person)

    def test_that_are_lost_leave_the_details_unreadable_and_nothing_else_broken(self):
        private.keep(self.person, self.chief, phone=PHONE, email="he@example.org")

        with override_settings(PRIVATE_DATA_KEYS=[new_key()]):
            self.assertEqual(private.look(self.person, self.chief).phone, str(UNREADABLE))
            self.assertEqual(private.email_of(self.person), "")
            with self.assertRaises(CommandError):
                call_command("reencrypt", stdout=StringIO())

    def test_that_come_back_find_what_nobody_wrote_over_meanwhile(self):
        private.keep(self.person, self.chief, phone=PHONE, bank="山海银行")

        with override_settings(PRIVATE_DATA_KEYS=[new_key()]):
            shown = vars(private.look(self.person, self.chief))
            private.keep(self.person, self.chief, **{**shown, "bank": "越州银行"})

        seen = private.look(self.person, self.chief)
        self.assertEqual((seen.phone, seen.bank), (PHONE, str(UNREADABLE)))

    def test_that_were_never_set_up_refuse_the_keeping_in_words(self):
        with override_settings(PRIVATE_DATA_KEYS=[]), self.assertRaises(ValidationError):
            private.keep(self.person, self.chief, phone=PHONE)
        self.assertFalse(PrivateDetails.objects.exists())
