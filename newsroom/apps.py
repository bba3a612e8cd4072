from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsroomConfig(AppConfig):
    name = "newsroom"
    verbose_name = _("Newsroom")

    def ready(self):
        from articles.issuing import WHEN_OUT
        from newsroom.pushing import push_when_out

        WHEN_OUT.append(push_when_out)
