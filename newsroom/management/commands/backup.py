from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from newsroom.backups import BackupError, Home, name_for, write_backup


class Command(BaseCommand):
    help = "Writes the embedded database and the uploads into one file, while the paper is being worked on."

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", type=Path, help="default: a new one under var/backups")

    def handle(self, *, file, **options):
        path = file or settings.VAR_DIR / "backups" / name_for(timezone.now())
        try:
            uploads = write_backup(Home.current(), path)
        except BackupError as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(f"The database and {uploads} uploads are in {path} ({path.stat().st_size / 1e6:.1f} MB).")
