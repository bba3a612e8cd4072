from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from newsroom import as_a_whole
from newsroom.handover import HandoverError
from newsroom.handover.contents import ACCOUNTS, LETTERS, PRIVATE
from newsroom.handover.exporting import export_site
from newsroom.snapshots import snapshot

SOME_MISSING = 3


class Command(BaseCommand):
    help = "Writes everything as JSON Lines, with the originals, into a new folder or zip (docs/EXPORT.md)."

    def add_arguments(self, parser):
        parser.add_argument("place", type=Path, help="a new folder, or a new FILE.zip")
        parser.add_argument(
            "--with-accounts", action="store_true", help="also passwords' hashes, mail addresses, logins"
        )
        parser.add_argument("--with-letters", action="store_true", help="also the mails that came in")
        parser.add_argument(
            "--with-private", action="store_true", help="also contributors' private details, sealed as they are"
        )

    def handle(self, *, place, **options):
        requested = [word for word in (ACCOUNTS, LETTERS, PRIVATE) if options[f"with_{word}"]]
        try:
            with snapshot() as alias:
                done = export_site(place, requested=requested, using=alias)
        except HandoverError as problem:
            raise CommandError(str(problem)) from problem
        as_a_whole.note("hand_out", place)
        told = _("%(rows)d records and %(files)d files are in %(place)s.")
        self.stdout.write(told % {"rows": done.rows, "files": done.files, "place": place})
        if done.missing:
            self.say(done.missing, done.first_missing)

    def say(self, missing, first):
        told = _("%(count)d files are named by records and are not in the storage: %(names)s …")
        words = {"count": missing, "names": ", ".join(first)}
        raise CommandError(told % words, returncode=SOME_MISSING)
