from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from newsroom.setting_up import set_up


class Command(BaseCommand):
    help = "Writes the groups and what every paper starts from: genres, channels, desks and the paper's own record."

    def handle(self, **options):
        set_up()
        self.stdout.write(_("Groups, genres, channels and desks are in place."))
