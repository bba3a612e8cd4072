from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from articles.history.thinning import thin_out

EVERY = 1_000_000


class Command(BaseCommand):
    help = "Thins out old versions of stories by the rule of docs/DESK.md, as the worker does every day."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="Say what would go; change nothing.")

    def handle(self, *, dry_run, **options):
        stories, gone = thin_out(stories=EVERY, dry_run=True) if dry_run else self.all_rounds()
        would_go = _("%(versions)s old versions of %(stories)s stories would go.")
        are_gone = _("%(versions)s old versions of %(stories)s stories are gone.")
        self.stdout.write((would_go if dry_run else are_gone) % {"versions": gone, "stories": stories})

    def all_rounds(self):
        stories = gone = 0
        while True:
            looked_at, went = thin_out()
            stories, gone = stories + looked_at, gone + went
            if not looked_at:
                return stories, gone
