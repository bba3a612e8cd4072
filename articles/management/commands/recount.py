from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.counting import recount, settle, wrong_counts


class Command(BaseCommand):
    help = "Counts the stories of every list and puts right the numbers that readers are told."

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="only say which numbers are wrong, and fail if any is")

    def handle(self, *, check, **options):
        if check:
            self.report(wrong_counts())
        else:
            self.stdout.write(_("%(count)d numbers were wrong.") % {"count": recount()})
            settle()

    def report(self, wrong):
        for kind, key, by in wrong:
            self.stdout.write(f"{kind} {key} {by:+d}")
        if wrong:
            raise CommandError(_("%(count)d numbers are wrong.") % {"count": len(wrong)})
        self.stdout.write(_("Every number is right."))
