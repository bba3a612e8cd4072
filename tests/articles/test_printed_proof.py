"""The recount finds what is wrong, and puts it right."""

from datetime import date
from io import StringIO

from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.models import Article, Printed
from articles.printed_filling import enter_older
from articles.printed_proof import mend_prints, wrong_prints
from desk.models import Job
from tests.articles.prints import PrintedTestCase
from tests.factories import (
    make_column,
    make_issue,
    make_published,
    reporter,
)


class RecountTests(PrintedTestCase):
    def setUp(self):
        self.story = make_published(by=[reporter("李凡"), reporter("何青")])
        self.others = [make_published(by=[reporter("李凡")]) for _number in range(2)]

    def test_finds_and_puts_right_whatever_is_wrong(self):
        wrong = {
            "parts": {"parts": 6},
            "day": {"printed_on": date(2001, 1, 1)},
            "hour": {"published_at": timezone.now()},
            "length": {"length": 1},
            "role": {"role": "intern"},
            "column": {"column": make_column()},
            "issue": {"issue": make_issue()},
        }
        for what, fields in wrong.items():
            with self.subTest(what):
                Printed.objects.filter(article=self.story, contributor__name="李凡").update(**fields)
                self.assertEqual(list(wrong_prints()), [self.story.pk])
                with self.assertRaises(CommandError):
                    call_command("recount", check=True, stdout=StringIO())

                call_command("recount", stdout=StringIO())

                self.assert_as_recounted(rows=4)

    def test_finds_rows_that_are_missing_and_rows_too_many(self):
        Printed.objects.filter(article=self.story).delete()
        Article.objects.filter(pk=self.others[0].pk).update(withdrawn_at=timezone.now())
        self.assertEqual(list(wrong_prints()), [self.story.pk, self.others[0].pk])

        call_command("recount", stdout=StringIO())

        self.assert_as_recounted(rows=3)

    def test_what_came_out_before_is_entered_by_a_job(self):
        Printed.objects.all().delete()

        enter_older({})
        further = Job.objects.get(kind="prints")
        enter_older(further.details)

        self.assert_as_recounted(rows=4)
        self.assertEqual(Job.objects.filter(kind="prints").count(), 1)

    def test_a_duty_mends_the_newest(self):
        Printed.objects.filter(article=self.story).delete()

        self.assertEqual([mend_prints(), mend_prints()], [1, 0])
        self.assert_as_recounted(rows=4)
