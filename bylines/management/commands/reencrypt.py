from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from bylines.models import PrivateDetails
from bylines.reencrypting import reencrypt
from bylines.sealing import has_keys
from desk.models import AuditEntry


class Command(BaseCommand):
    help = "Seals contributors' private details with the newest of PRIVATE_DATA_KEYS; safe to run again."

    def handle(self, *args, **options):
        if not has_keys():
            raise CommandError(_("PRIVATE_DATA_KEYS is not set."))
        done, unreadable = reencrypt()
        if done:
            AuditEntry.note(verb="reencrypt", record=PrivateDetails(), words=str(done))
        self.stdout.write(_("%d private records were sealed anew.") % done)
        if unreadable:
            rows = ", ".join(unreadable)
            raise CommandError(_("No key opens these: %s. Keep the old keys.") % rows)
