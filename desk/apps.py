from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    name = "desk"
    verbose_name = _("Desk")

    def ready(self):
        from datetime import timedelta

        from desk.duties import DUTIES, Duty
        from desk.jobs import clear_old_jobs
        from desk.models import Heartbeat
        from desk.notice_mail import plan_mail
        from desk.notices import AFTERWARDS, clear_old_notices

        AFTERWARDS.append(plan_mail)
        DUTIES.append(Duty("old notices", timedelta(days=1), clear_old_notices))
        DUTIES.append(Duty("old jobs", timedelta(days=1), clear_old_jobs))
        DUTIES.append(Duty("workers that were killed", timedelta(days=1), Heartbeat.clear_old))
