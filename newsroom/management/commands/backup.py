from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom import as_a_whole
from newsroom.backups import BackupError
from newsroom.backups.noted import BACKUP, note
from newsroom.backups.rotation import thin_out
from newsroom.backups.writing import name_for, write_backup


class Command(BaseCommand):
    help = "Writes the database and the uploads into one file, while the paper is being worked on."

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", type=Path, help="default: a new one under var/backups")
        parser.add_argument("--verify", action="store_true", help="restores it into an empty place and compares")
        parser.add_argument(
            "--keep", type=int, metavar="DAYS", help="of each of the last DAYS days keeps the newest beside it"
        )

    def handle(self, *, file, verify, keep, **options):
        path = file or settings.VAR_DIR / "backups" / name_for(timezone.now())
        try:
            done = write_backup(path)
        except BackupError as problem:
            raise CommandError(str(problem)) from problem
        except OperationalError as problem:
            raise CommandError(_("The database cannot be reached: %(problem)s") % {"problem": problem}) from problem
        except OSError as problem:
            raise CommandError(_("The backup could not be written; nothing of it is left: %s") % problem) from problem
        note(BACKUP, path)
        as_a_whole.note("back_up", path)
        self.say(path, done)
        if verify:
            call_command("verify_backup", path, stdout=self.stdout)
        for former in thin_out(path.parent, keep) if keep else ():
            self.stdout.write(_("%(file)s was old and is deleted.") % {"file": former})

    def say(self, path, done):
        self.stdout.write(
            _("The database and %(uploads)s uploads are in %(file)s (%(size).1f MB).")
            % {"uploads": done.uploads, "file": path, "size": path.stat().st_size / 1e6}
        )
        if done.lost:
            told = _("%(count)d files are named by records and are not in the storage: %(names)s …")
            self.stderr.write(told % {"count": done.lost, "names": ", ".join(done.first_lost)})
