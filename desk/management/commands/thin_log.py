from datetime import timedelta

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from desk.models import AuditEntry

FEWEST_DAYS = 190  # six months, as the law asks; the database itself refuses to let go of younger ones


class Command(BaseCommand):
    help = "Lets go of old logins in the audit log. What was done to records and rights stays for good."

    def add_arguments(self, parser):
        parser.add_argument("--older-than", type=int, default=365, metavar="DAYS", help="190 or more")

    def handle(self, *, older_than, **options):
        if older_than < FEWEST_DAYS:
            raise CommandError(_("Logins are kept for %d days at least.") % FEWEST_DAYS)
        count = AuditEntry.objects.let_go_of_logins(before=timezone.now() - timedelta(days=older_than))
        self.stdout.write(ngettext("%d login is let go.", "%d logins are let go.", count) % count)
