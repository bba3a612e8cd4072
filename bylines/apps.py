from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BylinesConfig(AppConfig):
    name = "bylines"
    verbose_name = _("Contributors")
