from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

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
            raise CommandError(_("There is no issue of %(date)s.") % {"date": options["date"]})
        try:
            with transaction.atomic():
                sign_issue(issue)
                stories = publish_issue(issue)
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        hour = f"{timezone.localtime(issue.published_at):%Y-%m-%d %H:%M}"
        done = _("The issue of %(date)s goes out at %(hour)s; stories: %(count)s.")
        self.stdout.write(done % {"date": issue.date, "hour": hour, "count": stories})
