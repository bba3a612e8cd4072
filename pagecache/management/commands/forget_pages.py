from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from pagecache.sweeping import start_anew


class Command(BaseCommand):
    help = "Forgets all kept pages: after rows were changed by hand, or PostgreSQL was restored from a dump."

    def handle(self, *args, **options):
        start_anew()
        self.stdout.write(_("No page that was kept so far will be served any more."))
