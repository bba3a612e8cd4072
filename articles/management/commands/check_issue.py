import json

from django.core.management.base import BaseCommand

from articles.checks import check_issue
from articles.checks.printing import as_json, as_table
from articles.management.issues import issue_named, name_issue


class Command(BaseCommand):
    help = "Prints what the checks before press find in an issue, its pages and its stories."

    def add_arguments(self, parser):
        name_issue(parser)
        parser.add_argument("--json", action="store_true")

    def handle(self, **options):
        issue = issue_named(options)
        checked = check_issue(issue)
        if options["json"]:
            self.stdout.write(json.dumps(as_json(checked), ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(as_table(checked)))
