from datetime import date

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from desk.progress import show
from newsroom.archive.places import NoRegionsError
from newsroom.archive.seeding import LAST_DAY, NotEmptyError, seed


class Command(BaseCommand):
    help = "Fills an empty newsroom with an invented archive, for measuring. All or nothing: Ctrl-C leaves no row."

    def add_arguments(self, parser):
        parser.add_argument("--articles", type=int, required=True, help="how many stories")
        parser.add_argument("--seed", type=int, default=1, help="another number makes another archive")
        parser.add_argument("--until", type=date.fromisoformat, default=LAST_DAY, help="day of the last issue")
        parser.add_argument("--in-production", action="store_true", help="also where NEWSROOM_ENV=production")

    def handle(self, *, articles, until, in_production, **options):
        if settings.PRODUCTION and not in_production:
            raise CommandError(_("This is a paper's own database: invented stories do not belong here."))
        try:
            self.report(
                seed(articles, seed=options["seed"], until=until, tell=lambda done: show(self.stderr, done, articles))
            )
        except NotEmptyError:
            raise CommandError(_("There are stories already; nothing was changed.")) from None
        except NoRegionsError:
            raise CommandError(_("Stories play somewhere: first run manage.py load_regions.")) from None
        except KeyboardInterrupt:
            raise CommandError(_("Broken off: nothing was written.")) from None

    def report(self, seeded):
        for model, rows in seeded.written.items():
            self.stdout.write(f"{rows:>12,}  {model._meta.db_table}")
        rows, stories = (
            sum(seeded.written.values()),
            next(n for m, n in seeded.written.items() if m.__name__ == "Article"),
        )
        self.stdout.write(
            _("%(stories)d stories, %(rows)d rows in %(seconds).1f s: %(speed).0f stories a second.")
            % {"stories": stories, "rows": rows, "seconds": seeded.seconds, "speed": stories / seeded.seconds}
        )
        sizes = {"before": seeded.before / 1e6, "after": seeded.after / 1e6}
        self.stdout.write(_("The database had %(before).0f MB and has %(after).0f MB.") % sizes)
        self.stdout.write(_("For the search: manage.py rebuild_search, or leave it to the worker."))
