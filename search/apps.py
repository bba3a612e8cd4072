from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")

    def ready(self):
        from datetime import timedelta

        from desk.duties import DUTIES, Duty
        from search.frequencies import measure

        DUTIES.append(Duty("how often words stand in stories", timedelta(days=1), measure))
