from time import sleep

from django.db import transaction
from django.test import TestCase, TransactionTestCase, skipUnlessDBFeature

from bylines.models import Contributor
from bylines.register import entered, who_may_be
from desk.models import AuditEntry
from tests.at_once import at_once
from tests.factories import make_article, make_contributor, make_user, reporter


class WhoMayBeTests(TestCase):
    def test_namesakes_stand_before_names_alike_and_the_busy_before_others(self):
        rare = make_contributor(name="何青", unit="甲厂")
        busy = make_contributor(name="何菁")
        other = make_contributor(name="何菲")
        make_contributor(name="江望")
        make_article(by=[reporter("何菁")])

        known = who_may_be(["何青"])["何青"]

        self.assertEqual(known, ([rare], [busy, other]))
        self.assertEqual([person.credits for person in known.alike], [1, 0])

    def test_asks_no_more_for_many_names_than_for_one(self):
        make_contributor(name="何青")

        for names in (["何菁"], ["何菁", "何菲", "江望", "叶知秋"]):
            with self.assertNumQueries(3):  # one of them for pen names
                who_may_be(names)

    def test_no_name_asks_nothing(self):
        with self.assertNumQueries(0):
            self.assertEqual(who_may_be([""]), {})


class EnteredTests(TestCase):
    def test_spaces_of_print_between_characters_go(self):
        known = make_contributor(name="林岚")

        self.assertEqual(entered(name=" 林\u3000 岚", role="reporter"), known)
        self.assertEqual(entered(name="Tom  Smith", role="reporter").name, "Tom Smith")

    def test_what_is_no_name_is_not_entered(self):
        for name in ("<script>", "……", "123", ""):
            with self.assertRaises(ValueError):
                entered(name=name, role="reporter")
        self.assertFalse(Contributor.objects.exists())

    def test_a_name_is_entered_once_and_noted(self):
        user = make_user()

        first = entered(name="何青", unit="甲厂", role="correspondent", by=user)
        again = entered(name="何青", role="reporter", by=user)

        self.assertEqual((first, first.usual_role), (again, "correspondent"))
        entry = AuditEntry.objects.get(verb="enter")
        self.assertEqual((entry.by, entry.key, entry.words), (user, str(first.pk), "何青（甲厂）"))

    def test_another_of_that_name_differs_by_the_unit(self):
        known = make_contributor(name="何青", unit="甲厂")

        same = entered(name="何青", unit="甲厂", role="reporter", is_another=True)
        other = entered(name="何青", unit="乙厂", role="reporter", is_another=True)

        self.assertEqual(same, known)
        self.assertEqual(list(Contributor.objects.named("何青").order_by("id")), [known, other])


@skipUnlessDBFeature("has_select_for_update")
class AtOnceTests(TransactionTestCase):
    def test_two_who_enter_one_name_at_once_enter_one_person(self):
        def enter():
            with transaction.atomic():
                person = entered(name="何青", role="reporter")
                sleep(0.1)
            return person

        entries = at_once(enter, enter)

        self.assertEqual((len(set(entries)), Contributor.objects.count()), (1, 1))
