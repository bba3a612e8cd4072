from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegionsConfig(AppConfig):
    name = "regions"
    verbose_name = _("Regions")

    def ready(self):
        from django.db.models.signals import m2m_changed

        from desk.watching import watch
        from pagecache.records import follow
        from regions import shown
        from regions.models import Region, RegionAlias

        watch(RegionAlias, "name", "region")
        follow(Region, *shown.FIELDS, tell=shown.note_region)
        m2m_changed.connect(shown.note_heirs, sender=Region.successors.through, dispatch_uid="pages of successors")
