from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegionsConfig(AppConfig):
    name = "regions"
    verbose_name = _("Regions")

    def ready(self):
        from desk.watching import watch
        from regions.models import RegionAlias

        watch(RegionAlias, "name", "region")
