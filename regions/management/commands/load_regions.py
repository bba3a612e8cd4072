from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from regions.loading import load_regions


class Command(BaseCommand):
    help = _("Load the list of regions, from provinces down to towns. Safe to run again.")

    def handle(self, *args, **options):
        loaded = load_regions()
        self.stdout.write(
            _("%(listed)d regions are in place: %(new)d new, %(changed)d changed.")
            % {"listed": loaded.listed, "new": loaded.new, "changed": loaded.changed}
        )
        if loaded.moved:
            self.stdout.write(
                ngettext(
                    "%(moved)d region came under another one. Run `manage.py relist`, so that its stories follow.",
                    "%(moved)d regions came under another one. Run `manage.py relist`, so that their stories follow.",
                    loaded.moved,
                )
                % {"moved": loaded.moved}
            )
