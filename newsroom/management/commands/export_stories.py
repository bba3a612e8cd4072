from datetime import date
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from newsroom import as_a_whole
from newsroom.handover.stories import stories_for, write_ninjs
from newsroom.handover.tables import write_table

FORMATS = {"ninjs": write_ninjs, "csv": write_table}


class Command(BaseCommand):
    help = (
        "Writes stories for others: as ninjs (a line a story) or as a table (CSV). What is out, unless told otherwise."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="a new file")
        parser.add_argument("--format", choices=FORMATS, required=True)
        parser.add_argument("--from", dest="first", type=date.fromisoformat, help="first day, such as 2023-03-01")
        parser.add_argument("--to", dest="last", type=date.fromisoformat, help="last day")
        parser.add_argument("--channel", default="", help="the word in its address")
        parser.add_argument("--column", default="", help="the word in its address")
        parser.add_argument("--site", default=settings.SITE_URL, help="address of the newsroom (SITE_URL)")
        parser.add_argument("--with-drafts", action="store_true", help="also what is not out or withdrawn (CSV only)")

    def handle(self, *, file, format, site, with_drafts, **options):
        self.demand(file, format, site, with_drafts)
        chosen = {name: options[name] for name in ("first", "last", "channel", "column")}
        unfinished = file.with_name(file.name + ".part")
        try:
            with unfinished.open("w", encoding="utf-8", newline="") as lines:
                count = FORMATS[format](stories_for(**chosen, with_drafts=with_drafts), lines, site)
            unfinished.replace(file)
        finally:
            unfinished.unlink(missing_ok=True)
        as_a_whole.note("export", file)
        self.stdout.write(_("%(count)d stories are in %(file)s.") % {"count": count, "file": file})

    def demand(self, file, format, site, with_drafts):
        if file.exists():
            raise CommandError(_("%(file)s is there already: name a new one.") % {"file": file})
        if with_drafts and format == "ninjs":
            raise CommandError(_("ninjs hands on what is out. Drafts can be written as CSV."))
        if not site:
            raise CommandError(_("Addresses in the file need the newsroom's own: --site https://…, or SITE_URL."))
