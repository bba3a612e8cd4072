from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsroomConfig(AppConfig):
    name = "newsroom"
    verbose_name = _("Newsroom")

    def ready(self):
        from django.contrib.redirects.models import Redirect
        from taggit.models import Tag

        from articles.issuing import WHEN_OUT
        from desk.watching import watch
        from newsroom.pushing import push_when_out

        WHEN_OUT.append(push_when_out)
        watch(Redirect, "old_path", "new_path")
        watch(Tag, "name", "slug", arrivals=False)
