from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.indexing import drift


class Command(BaseCommand):
    help = "Compares the index of the search with the stories. Ends with an error where they differ."

    def add_arguments(self, parser):
        parser.add_argument("--mend", action="store_true", help="enter anew what differs")

    def handle(self, *, mend, **options):
        found = drift(mend=mend)
        told = _(
            "%(looked_at)s stories: %(missing)s missing in the index, %(different)s different, %(surplus)s too many;"
            " %(strangers)s places of the index without a story."
        ) % {
            "looked_at": found.looked_at,
            "missing": len(found.missing),
            "different": len(found.different),
            "surplus": len(found.surplus),
            "strangers": found.strangers,
        }
        if not found.is_none and not mend:
            raise CommandError(told)
        self.stdout.write(told)
        if found.strangers:
            self.stdout.write(_("Those go with manage.py rebuild_search."))
