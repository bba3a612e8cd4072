from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagecacheConfig(AppConfig):
    name = "pagecache"
    verbose_name = _("Page cache")

    def ready(self):
        from django.conf import settings

        from desk.duties import DUTIES, Duty
        from pagecache.applying import WITHIN
        from pagecache.sweeping import apply_what_was_left, sweep

        DUTIES.append(Duty("changes that nobody applied", timedelta(seconds=5), apply_what_was_left))
        DUTIES.append(Duty("kept pages", timedelta(minutes=1), sweep))
        if settings.PAGE_CACHE == "files":
            from desk.worker import BESIDE
            from pagecache.files.shelf import keep_up_with_the_log, stop_serving

            BESIDE.append((keep_up_with_the_log, stop_serving))
        from pagecache import purging

        WITHIN.append(purging.plan_purge)
