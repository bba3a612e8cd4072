from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from articles.filing import relist_by_key
from articles.models import Article


class Command(BaseCommand):
    help = "Writes the lists of every published story anew, for instance after regions were given other parents."

    def handle(self, **options):
        keys = list(Article.objects.exclude(published_at=None).order_by("pk").values_list("pk", flat=True))
        relist_by_key(keys)
        self.stdout.write(_("%(count)s stories are listed.") % {"count": len(keys)})
