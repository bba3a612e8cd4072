from pathlib import Path

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from newsroom import as_a_whole
from newsroom.handover import HandoverError
from newsroom.handover.importing import import_site


class Command(BaseCommand):
    help = "Takes what export_site wrote into an empty, migrated site: all of it, or nothing (docs/EXPORT.md)."

    def add_arguments(self, parser):
        parser.add_argument("place", type=Path, help="the folder or zip")
        parser.add_argument("--search-later", action="store_true", help="leaves building the search to the worker")

    def handle(self, *, place, search_later, **options):
        try:
            done = import_site(place)
        except HandoverError as problem:
            raise CommandError(str(problem)) from problem
        as_a_whole.note("bring_in", place)
        told = _("%(rows)d records and %(files)d files are imported. The worker makes the renditions of the photos.")
        self.stdout.write(told % {"rows": done.rows, "files": done.files})
        if done.missing:
            self.stderr.write(_("%(count)d files were missing when it was exported.") % {"count": done.missing})
        if not search_later:
            call_command("rebuild_search", stdout=self.stdout)
