from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from intake.mail.mailbox import is_configured
from intake.mail.reading import read_mailbox


class Command(BaseCommand):
    help = "Looks into the mailbox once: new mails become letters, and letters drafts."

    def handle(self, **options):
        if not is_configured():
            raise CommandError(_("There is no mailbox: INTAKE_MAIL_HOST is not set."))
        read = read_mailbox()
        self.stdout.write(_("%(came_in)d letters came in, %(drafted)d drafts were made.") % read._asdict())
        if read.trouble:
            raise CommandError(read.trouble)
