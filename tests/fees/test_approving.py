from datetime import timedelta

from django.test import TestCase
from django.utils import timezone

from articles.acting import Refusal
from desk.models import AuditEntry
from fees.approving import approve, enter_payment, take_back
from fees.models import FeeMonth
from tests.fees.makers import close, make_card, make_people, print_story

State = FeeMonth.State


class ApprovingTests(TestCase):
    def setUp(self):
        make_card()
        print_story()
        self.maker, self.checker, self.chief = make_people()
        self.month = close(by=self.maker)

    def state(self):
        return FeeMonth.objects.get().state

    def test_from_closing_to_payment(self):
        states = [self.state()]
        approve(self.month, by=self.checker, words="无误")
        states.append(self.state())
        approve(self.month, by=self.chief)
        states.append(self.state())
        enter_payment(self.month, on=timezone.localdate(), by=self.maker)

        self.assertEqual([*states, self.state()], [State.CLOSED, State.CHECKED, State.APPROVED, State.PAID])
        noted = list(AuditEntry.objects.filter(kind="feemonth").order_by("id").values_list("verb", "by"))
        self.assertEqual(
            noted,
            [
                ("close_month", self.maker.pk),
                ("check_fees", self.checker.pk),
                ("approve_fees", self.chief.pk),
                ("pay_fees", self.maker.pk),
            ],
        )

    def test_whoever_closed_it_does_not_approve_it(self):
        with self.assertRaises(Refusal):
            approve(self.month, by=self.maker)

    def test_nobody_does_both(self):
        approve(self.month, by=self.checker)

        with self.assertRaises(Refusal):
            approve(self.month, by=self.checker)
        self.assertEqual(self.state(), State.CHECKED)

    def test_taken_back_it_begins_anew_and_all_stays_in_the_record(self):
        approve(self.month, by=self.checker)
        approve(self.month, by=self.chief)

        take_back(self.month, by=self.chief, reason="有一篇已撤稿")

        self.assertEqual((self.state(), self.month.approvals.count()), (State.CLOSED, 2))
        self.assertEqual(AuditEntry.objects.get(verb="take_fees_back").words, "有一篇已撤稿")
        approve(self.month, by=self.chief)
        self.assertEqual(self.state(), State.CHECKED)

    def test_not_once_it_is_paid(self):
        approve(self.month, by=self.checker)
        approve(self.month, by=self.chief)
        enter_payment(self.month, on=timezone.localdate(), by=self.maker)

        for act in (
            lambda: take_back(self.month, by=self.chief, reason="迟了"),
            lambda: approve(self.month, by=self.chief),
        ):
            with self.assertRaises(Refusal):
                act()

    def test_nothing_is_paid_that_is_not_approved_nor_before_nor_ahead(self):
        approve(self.month, by=self.checker)
        today = timezone.localdate()
        with self.assertRaises(Refusal):
            enter_payment(self.month, on=today, by=self.maker)
        approve(self.month, by=self.chief)
        for day in (today - timedelta(days=1), today + timedelta(days=1)):
            with self.assertRaises(Refusal):
                enter_payment(self.month, on=day, by=self.maker)
