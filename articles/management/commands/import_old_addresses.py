from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.old_addresses import take_in
from wording.encoding import decode


class Command(BaseCommand):
    help = "Leads the addresses of the paper's former site (CSV or TSV) to its stories, and names those that fit none."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="only say what would be done")

    def handle(self, *, file, dry_run, **options):
        try:
            tally = take_in(decode(file.read_bytes()), dry_run=dry_run)
        except (OSError, ValueError) as problem:
            raise CommandError(str(problem)) from problem
        for line, old, why in sorted(tally.unmatched):
            self.stdout.write(f"{line}\t{old}\t{why}")
        told = {"made": tally.made, "known": tally.known, "unmatched": len(tally.unmatched)}
        self.stdout.write(_("%(made)d addresses now lead on, %(known)d did before, %(unmatched)d fit nothing.") % told)
