"""The issue that a command is about, by its date and edition."""

from datetime import date

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from articles.models import Issue


def name_issue(parser):
    parser.add_argument("date", type=date.fromisoformat)
    parser.add_argument("--edition", default="")


def issue_named(options):
    issue = Issue.objects.filter(date=options["date"], edition=options["edition"]).first()
    if issue is None:
        raise CommandError(_("There is no issue of %(date)s.") % {"date": options["date"]})
    return issue
