from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BylinesConfig(AppConfig):
    name = "bylines"
    verbose_name = _("Contributors")

    def ready(self):
        from datetime import timedelta

        from bylines.models import Contributor, PenName, Term
        from bylines.sounding import sound_names
        from desk.duties import DUTIES, Duty
        from desk.watching import watch

        watch(Contributor, "name", "unit", "region", "desk", "usual_role", "user")
        watch(Term, "since", "until", "position", "number")
        watch(PenName, "name", "kind")
        DUTIES.append(Duty("sounds of names", timedelta(minutes=10), sound_names))
