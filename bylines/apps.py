from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BylinesConfig(AppConfig):
    name = "bylines"
    verbose_name = _("Contributors")

    def ready(self):
        from bylines.models import Contributor
        from desk.watching import watch

        watch(Contributor, "name", "unit", "usual_role", "user")
