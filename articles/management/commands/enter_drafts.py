from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from articles.indexing import enter_the_desks


class Command(BaseCommand):
    help = "Enters what is not out in the index of the search as this version reads it. Part of every upgrade."

    def handle(self, **options):
        count = enter_the_desks()
        self.stdout.write(_("The desk finds its %(count)s stories that are not out.") % {"count": count})
