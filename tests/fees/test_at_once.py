"""Two at the same moment."""

from django.db import DatabaseError, transaction
from django.test import TransactionTestCase

from articles.acting import Refusal
from fees.approving import approve
from fees.closing import close_month
from fees.models import Approval, FeeMonth, LedgerLine, Rate, RateCard
from tests.at_once import at_once
from tests.factories import make_user
from tests.fees.makers import MARCH, close, make_card, make_people, print_story


class AtOnceTests(TransactionTestCase):
    def setUp(self):
        make_card()
        print_story()

    def test_closed_by_two_it_is_closed_once(self):
        people = [make_user(), make_user()]

        came = at_once(*[lambda by=by: close_month(MARCH, by=by) for by in people], refusals=Refusal)

        self.assertEqual(sorted(type(one).__name__ for one in came), ["FeeMonth", "Refusal"])
        self.assertEqual((FeeMonth.objects.count(), LedgerLine.objects.count()), (1, 1))

    def test_a_line_names_the_amount_that_its_card_says_afterwards(self):
        came = at_once(lambda: close(), raise_card, refusals=DatabaseError)

        line = LedgerLine.objects.get()
        self.assertEqual(line.rate_amount, line.rate.amount, came)

    def test_approved_by_two_it_is_checked_and_approved(self):
        maker, checker, chief = make_people()
        month = close(by=maker)

        at_once(lambda: approve(month, by=checker), lambda: approve(month, by=chief))

        self.assertEqual(sorted(Approval.objects.values_list("step", flat=True)), [1, 2])

    def test_pressed_twice_one_person_approves_once(self):
        maker, checker, _chief = make_people()
        month = close(by=maker)

        came = at_once(*[lambda: approve(month, by=checker)] * 2, refusals=Refusal)

        self.assertEqual([type(one) for one in came].count(Refusal), 1)
        self.assertEqual(Approval.objects.count(), 1)


@transaction.atomic
def raise_card():
    RateCard.objects.get().save()
    Rate.objects.filter(kind="story").update(amount=200)
