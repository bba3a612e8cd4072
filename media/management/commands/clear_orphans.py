from datetime import timedelta

from django.core.management.base import BaseCommand
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from media.keeping import delete_files
from media.orphans import SAFE, broken_off, missing, orphans


class Command(BaseCommand):
    help = "Lists files that no photo, page or letter remembers, and rows whose files are gone. Deletes with --delete."

    def add_arguments(self, parser):
        parser.add_argument("--delete", action="store_true", help="deletes the files that nobody remembers")
        parser.add_argument(
            "--hours",
            type=float,
            default=SAFE.total_seconds() / 3600,
            help="how old a file must be; younger ones may belong to an upload that goes on",
        )

    def handle(self, *, delete, hours, **options):
        found = [self.told(orphan) for orphan in orphans(timedelta(hours=hours))]
        if delete:
            delete_files([orphan.name for orphan in found])
        self.end_broken_off(timedelta(hours=hours), delete)
        self.stdout.write(self.sentence(found))
        if found:
            self.stdout.write(_("All are deleted.") if delete else _("Nothing is deleted yet: add --delete."))
        for row, name in missing():
            words = {"file": name, "kind": row._meta.verbose_name, "number": row.pk}
            self.stderr.write(_("Missing: %(file)s of %(kind)s %(number)s") % words)

    def end_broken_off(self, older_than, delete):
        """Parts of large files that were never made whole, where the storage keeps such."""
        for name, end in broken_off(older_than):
            self.stdout.write(f"  {name}  {_('parts of an upload that broke off')}")
            if delete:
                end()

    def told(self, orphan):
        self.stdout.write(f"  {orphan.name}  {orphan.size}  {localtime(orphan.modified_at):%Y-%m-%d %H:%M}")
        return orphan

    def sentence(self, found):
        if not found:
            return _("Nobody's file is lying about.")
        words = {"count": len(found), "size": sum(orphan.size for orphan in found) / 1e6}
        return ngettext("%(count)d file, %(size).1f MB.", "%(count)d files, %(size).1f MB.", len(found)) % words
