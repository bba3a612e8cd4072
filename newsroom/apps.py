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
        from desk.watching import watch
        from newsroom.pushing import push_when_out
        from newsroom.seeing import tasks  # noqa: F401 - it listens from here on
        from newsroom.seeing.queries import watch as watch_queries

        connection_created.connect(watch_queries, dispatch_uid="queries are watched")
        WHEN_OUT.append(push_when_out)
        watch(Redirect, "old_path", "new_path")
        watch(Tag, "name", "slug", arrivals=False)
