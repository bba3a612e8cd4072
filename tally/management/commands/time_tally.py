from datetime import timedelta
from time import perf_counter

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Printed
from articles.printed_proof import wrong_prints
from tally.asking import ask, behind
from tally.periods import year
from tally.questions import CORRESPONDENTS, By, Only, Question


class Command(BaseCommand):
    help = "Asks whatever can be asked of a year and the one before, and says how many milliseconds each answer took."

    def add_arguments(self, parser):
        parser.add_argument("--year", type=int, help="otherwise the last whole one that has stories")
        parser.add_argument("--prove", action="store_true", help="and compares all credits in print with a recount")

    def handle(self, *, prove, **options):
        newest = Printed.objects.out().order_by("-printed_on").values_list("printed_on", flat=True).first()
        asked = options["year"] or (newest or timezone.localdate() - timedelta(days=366)).year - 1
        for question in questions(year(asked)):
            self.time(question)
        if prove:
            wrong = sum(1 for _story in wrong_prints())
            self.stdout.write(_("%(count)d stories differ from a recount.") % {"count": wrong})

    def time(self, question):
        times = []
        for _round in range(3):
            began = perf_counter()
            answer = ask(question)
            times.append((perf_counter() - began) * 1000)
        began = perf_counter()
        behind(question).order_by("-pk")[:50].count()
        opened = (perf_counter() - began) * 1000
        narrowed = ", ".join(f"{name} {value}" for name, value in vars(question.only).items() if value is not None)
        self.stdout.write(
            f"{sorted(times)[1]:>7.0f} {opened:>6.0f}  {question.by} {narrowed}"
            f"  {len(answer.lines)} / {answer.total.stories.whole} / {answer.total.photos.whole}"
        )


def questions(period):
    found = [Question(period, by) for by in By]
    found.append(Question(period, only=Only(role=CORRESPONDENTS)))
    found.append(Question(period, By.REGION, Only(role=CORRESPONDENTS), level="city"))
    found.append(Question(period, only=Only(region="330000", place="330000")))
    return found
