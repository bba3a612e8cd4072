from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.counting import recount, settle, wrong_counts
from articles.printed_proof import put_prints_right, wrong_prints


class Command(BaseCommand):
    help = "Counts the stories of every list and what was printed of everybody, and puts right what is wrong."

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="only say which numbers are wrong, and fail if any is")

    def handle(self, *, check, **options):
        if check:
            self.report(wrong_counts(), list(wrong_prints()))
        else:
            self.stdout.write(_("%(count)d numbers were wrong.") % {"count": recount()})
            settle()
            self.stdout.write(_("%(count)d stories had wrong credits in print.") % {"count": put_prints_right()})

    def report(self, counts, stories):
        for kind, key, by in counts:
            self.stdout.write(f"{kind} {key} {by:+d}")
        for story in stories:
            self.stdout.write(f"printed {story}")
        if counts or stories:
            raise CommandError(_("%(count)d numbers are wrong.") % {"count": len(counts) + len(stories)})
        self.stdout.write(_("Every number is right."))
