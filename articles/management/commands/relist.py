from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.translation import gettext as _

from articles.filing import relist
from articles.models import Article


class Command(BaseCommand):
    help = "Writes the lists of every published story anew, for instance after regions were given other parents."

    def handle(self, **options):
        count = 0
        for article in Article.objects.exclude(published_at=None).defer("body").iterator(chunk_size=500):
            with transaction.atomic():
                relist(article)
            count += 1
        self.stdout.write(_("%(count)s stories are listed.") % {"count": count})
