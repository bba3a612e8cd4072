from pathlib import Path

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django.utils.translation import gettext as _

from newsroom import as_a_whole
from newsroom.backups import BackupError
from newsroom.backups.restoring import restore


class Command(BaseCommand):
    help = "Puts a backup in the place of the database and the uploads; what was there is kept aside."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    def handle(self, *, file, **options):
        connections.close_all()
        try:
            aside = restore(file)
        except BackupError as problem:
            raise CommandError(str(problem)) from problem
        call_command("migrate", interactive=False, verbosity=0)
        as_a_whole.note("put_back", file)
        self.stdout.write(_("%(file)s is restored.") % {"file": file})
        if aside:
            self.stdout.write(_("What was there before is kept in %(folder)s.") % {"folder": "、".join(aside)})
