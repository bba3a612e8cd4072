from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.acting import Refusal
from articles.going_out import unsound
from articles.management.issues import issue_named, name_issue
from articles.pictures import unseen
from articles.publishing import placed_stories, publish_issue
from articles.signing import sign_issue, take_as_printed
from desk.models import User


class Command(BaseCommand):
    help = (
        "Publishes an issue at its hour. Of an earlier day's issue, which was printed, drafts that nobody handed in "
        "count as signed off; of any other, only what its reviews have passed goes out."
    )

    def add_arguments(self, parser):
        name_issue(parser)
        parser.add_argument(
            "--by", metavar="LOGIN", help="the chief editor who does the final review of what waits for it"
        )

    def handle(self, **options):
        issue = issue_named(options)
        printed = issue.date < timezone.localdate()
        try:
            with transaction.atomic():
                chief = self.prepare(issue, options["by"], printed)
                stories = publish_issue(issue, by=chief, as_printed=printed)
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        hour = f"{timezone.localtime(issue.published_at):%Y-%m-%d %H:%M}"
        done = _("The issue of %(date)s goes out at %(hour)s; stories: %(count)s.")
        self.stdout.write(done % {"date": issue.date, "hour": hour, "count": stories})
        for sentence in unseen(placed_stories(issue)):
            self.stdout.write(sentence)
        if printed:
            for sentence in unsound(placed_stories(issue), issue):
                self.stdout.write(sentence)

    def prepare(self, issue, login, printed):
        if printed:
            take_as_printed(issue)
        if not login:
            return None
        chief = User.objects.filter(username=login, is_active=True).first()
        if chief is None:
            raise CommandError(_("There is no account %(login)s.") % {"login": login})
        sign_issue(issue, by=chief)
        return chief
