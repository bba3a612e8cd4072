from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    name = "desk"
    verbose_name = _("Desk")

    def ready(self):
        from datetime import timedelta

        from desk.duties import DUTIES, Duty
        from desk.notices import clear_old_notices

        DUTIES.append(Duty("old notices", timedelta(days=1), clear_old_notices))
