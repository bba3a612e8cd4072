from time import monotonic

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from articles.indexing import begin_anew, build_on
from articles.models import Article
from desk.progress import show
from search.beside import is_possible
from search.models import Building


class Command(BaseCommand):
    help = "Builds the index of the search anew, the newest stories first. Interrupted, it goes on where it was."

    def add_arguments(self, parser):
        parser.add_argument("--from-the-start", action="store_true", help="also where a building is under way")

    def handle(self, *, from_the_start, **options):
        if from_the_start or not Building.objects.exists():
            begin_anew()
        total, began, before, done = Article.objects.count(), monotonic(), None, 0
        for done in build_on(by_two=is_possible()):
            before = done if before is None else before
            show(self.stderr, done, total, f"{(done - before) / (monotonic() - began):.0f}/s ")
        self.stdout.write(_("%(count)s stories can be found.") % {"count": done})
