from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    REPORTER = "reporter", _("reporter")
    TRAINEE_REPORTER = "trainee_reporter", _("trainee reporter")
    CORRESPONDENT = "correspondent", _("correspondent")
    SPECIAL_CORRESPONDENT = "special_correspondent", _("special correspondent")
    PHOTOGRAPHER = "photographer", _("photographer")
    INTERN = "intern", _("intern")
    AUTHOR = "author", _("author")
    EDITOR = "editor", _("editor")
    AGENCY = "agency", _("agency")
