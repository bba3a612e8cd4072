from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsroomConfig(AppConfig):
    name = "newsroom"
    verbose_name = _("Newsroom")

    def ready(self):
        from django.contrib.redirects.models import Redirect
        from django.db.backends.signals import connection_created
        from taggit.models import Tag

        from articles.issuing import WHEN_OUT
        from bylines.panels import PANELS
        from desk.duties import DUTIES, Duty
        from desk.watching import watch
        from newsroom.my import letters  # noqa: F401 - its jobs are entered
        from newsroom.my.links import clear_old_links
        from newsroom.my.noticing import notice_prints
        from newsroom.my.panel import own_links_panel
        from newsroom.pushing import push_when_out
        from newsroom.seeing import tasks  # noqa: F401 - it listens from here on
        from newsroom.seeing.queries import watch as watch_queries

        connection_created.connect(watch_queries, dispatch_uid="queries are watched")
        WHEN_OUT.append(push_when_out)
        PANELS.append(own_links_panel)
        DUTIES.append(Duty("notices of print", timedelta(minutes=1), notice_prints))
        DUTIES.append(Duty("old links to the own work", timedelta(days=1), clear_old_links))
        watch(Redirect, "old_path", "new_path")
        watch(Tag, "name", "slug", arrivals=False)
