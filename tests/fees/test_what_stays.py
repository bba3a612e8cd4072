"""What the ledger promises is kept by the database, where no Python stands in the way."""

from datetime import date
from importlib import import_module

from django.db import DatabaseError, connection, transaction
from django.test import TestCase
from django.utils import timezone

from fees.approving import approve, enter_payment
from fees.models import Approval, FeeMonth, LedgerLine, RateCard
from tests.fees.makers import close, make_card, make_people, print_story

RULES = import_module("fees.migrations.0002_what_stays")


class WhatStaysTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        if connection.vendor == "sqlite":  # tests/conftest.py has taken them away
            for rule in RULES.DELETIONS:
                connection.cursor().execute(RULES.on_sqlite(*rule))
        cls.card = make_card()
        print_story()
        cls.maker, cls.checker, cls.chief = make_people()
        cls.month = close(by=cls.maker)
        cls.line = cls.month.lines.get()
        cls.card.refresh_from_db()

    def assert_refused(self, sql, *values):
        with self.assertRaises(DatabaseError) as refused, transaction.atomic():
            connection.cursor().execute(sql, values)
        return str(refused.exception)

    def assert_not_made(self, sentence, make):
        with self.assertRaisesMessage(DatabaseError, sentence), transaction.atomic():
            make()

    def test_python_changes_and_deletes_no_line(self):
        row = LedgerLine.objects.filter(pk=self.line.pk)
        for act in (self.line.save, self.line.delete, row.delete, lambda: row.update(amount=1)):
            with self.assertRaises(TypeError):
                act()

    def test_a_line_stays(self):
        self.assertIn(RULES.LINE_STAYS, self.assert_refused("UPDATE fees_ledgerline SET amount = 1"))
        self.assertIn(RULES.LINE_STAYS, self.assert_refused("DELETE FROM fees_ledgerline"))

    def test_no_line_comes_into_a_closed_month(self):
        line = LedgerLine(
            month=self.month,
            number=99,
            earned_in=self.month,
            kind="carried",
            contributor=self.line.contributor,
            name="周永卫",
            amount=1,
        )

        self.assert_not_made(RULES.MONTH_STAYS, line.save)

    def test_a_reversal_takes_back_its_line_and_no_more(self):
        month = FeeMonth.objects.create(first_day=date(2023, 4, 1))
        fields = {name: getattr(self.line, name) for name in ("contributor", "article", "name")}
        line = LedgerLine(
            month=month,
            number=1,
            earned_in=self.month,
            kind="reversal",
            takes_back=self.line,
            corrects=self.line,
            amount=-1,
            **fields,
        )

        self.assert_not_made(RULES.WRONG_REVERSAL, line.save)

    def test_a_closed_month_stays(self):
        for change in ("total = 1", "closed_at = NULL, closed_by_id = NULL", "first_day = '2023-02-01'"):
            self.assertIn(RULES.MONTH_STAYS, self.assert_refused(f"UPDATE fees_feemonth SET {change}"))
        self.assert_refused("DELETE FROM fees_feemonth")

    def test_a_month_says_the_sum_of_its_lines(self):
        month = FeeMonth.objects.create(first_day=date(2023, 4, 1))
        month.closed_at, month.closed_by, month.total = timezone.now(), self.maker, 5

        self.assert_not_made(RULES.WRONG_SUM, month.save)

    def test_a_month_is_named_by_its_first_day(self):
        self.assert_not_made(RULES.NO_MONTH, lambda: FeeMonth.objects.create(first_day=date(2023, 4, 2)))

    def test_nobody_is_paid_before_two_have_approved(self):
        approve(self.month, by=self.checker)
        paid = "UPDATE fees_feemonth SET paid_on = '2023-04-02', paid_by_id = %s"

        self.assertIn(RULES.NOT_APPROVED, self.assert_refused(paid, self.maker.pk))

    def test_an_approval_is_by_another_person(self):
        Approval.objects.create(month=self.month, step=1, by=self.checker, closed_by=self.maker)
        for step, by in ((1, self.chief), (2, self.checker), (2, self.maker)):
            self.assert_not_made(
                "",
                lambda step=step, by=by: Approval.objects.create(
                    month=self.month, step=step, by=by, closed_by=self.maker
                ),
            )

    def test_nor_does_it_name_another_as_who_closed_it(self):
        forged = {"month": self.month, "step": 1, "by": self.maker, "closed_by": self.chief}

        self.assert_not_made(RULES.APPROVAL_STAYS, lambda: Approval.objects.create(**forged))

    def test_what_is_paid_stays_approved(self):
        approve(self.month, by=self.checker)
        approve(self.month, by=self.chief)
        enter_payment(self.month, on=timezone.localdate(), by=self.maker)

        taken = "UPDATE fees_approval SET taken_back_at = %s, taken_back_by_id = %s, reason = 'x'"
        self.assertIn(RULES.APPROVAL_STAYS, self.assert_refused(taken, timezone.now(), self.chief.pk))
        self.assertIn(RULES.MONTH_STAYS, self.assert_refused("UPDATE fees_feemonth SET paid_on = '2023-04-05'"))
        self.assert_refused("DELETE FROM fees_approval")

    def test_a_card_that_was_used_stays_with_all_its_lines(self):
        for table, change in (
            ("ratecard", "name = 'x'"),
            ("rate", "amount = 1"),
            ("gradepay", "factor = 2"),
            ("paidrole", "role = 'author'"),
            ("lengthrule", "half_below = 400"),
        ):
            self.assertIn(RULES.CARD_STAYS, self.assert_refused(f"UPDATE fees_{table} SET {change}"), table)
        for table in ("rate", "gradepay", "paidrole", "ratecard"):
            self.assert_refused(f"DELETE FROM fees_{table}")
        self.assert_not_made(RULES.CARD_STAYS, lambda: self.card.rates.create(kind="story", page="01", amount=1))

    def test_no_card_begins_within_a_closed_month(self):
        begin = {"name": "后补", "begins_on": date(2023, 3, 31)}
        later = RateCard.objects.create(name="以后", begins_on=date(2023, 4, 1))

        self.assert_not_made(RULES.BACKDATED, lambda: RateCard.objects.create(**begin))
        self.assertIn(
            RULES.BACKDATED,
            self.assert_refused("UPDATE fees_ratecard SET begins_on = '2023-03-15' WHERE id = %s", later.pk),
        )
