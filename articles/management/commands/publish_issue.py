from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from articles.models import Issue
from articles.publishing import Refusal, publish_issue, sign_issue


class Command(BaseCommand):
    help = "Signs off everything on an issue's pages and publishes the issue at its hour (an older one: as printed)."

    def add_arguments(self, parser):
        parser.add_argument("date", type=date.fromisoformat)
        parser.add_argument("--edition", default="")

    def handle(self, **options):
        issue = Issue.objects.filter(date=options["date"], edition=options["edition"]).first()
        if issue is None:
            raise CommandError(f"There is no issue of {options['date']}.")
        try:
            with transaction.atomic():
                sign_issue(issue)
                stories = publish_issue(issue)
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        hour = timezone.localtime(issue.published_at)
        self.stdout.write(f"Issue {issue.date} goes out at {hour:%Y-%m-%d %H:%M} with {stories} stories.")
