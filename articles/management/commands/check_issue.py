import json
from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.checks import check_issue
from articles.checks.printing import as_json, as_table
from articles.models import Issue


class Command(BaseCommand):
    help = "Prints what the checks before press find in an issue, its pages and its stories."

    def add_arguments(self, parser):
        parser.add_argument("date", type=date.fromisoformat)
        parser.add_argument("--edition", default="")
        parser.add_argument("--json", action="store_true")

    def handle(self, **options):
        issue = Issue.objects.filter(date=options["date"], edition=options["edition"]).first()
        if issue is None:
            raise CommandError(_("There is no issue of %(date)s.") % {"date": options["date"]})
        checked = check_issue(issue)
        if options["json"]:
            self.stdout.write(json.dumps(as_json(checked), ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(as_table(checked)))
