from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    name = "desk"
    verbose_name = _("Desk")

    def ready(self):
        from datetime import timedelta

        from django.contrib.auth.models import Group
        from django.contrib.auth.signals import user_logged_in

        from desk import forged_keys, logins, rights_noted
        from desk.doors import ages
        from desk.doors.tries import forget_old_tries
        from desk.duties import DUTIES, Duty
        from desk.jobs import clear_old_jobs
        from desk.models import Desk, Heartbeat, Paper, User
        from desk.notice_mail import plan_mail
        from desk.notices import AFTERWARDS, clear_old_notices
        from desk.watching import watch

        AFTERWARDS.append(plan_mail)
        DUTIES.append(Duty("old notices", timedelta(days=1), clear_old_notices))
        DUTIES.append(Duty("old jobs", timedelta(days=1), clear_old_jobs))
        DUTIES.append(Duty("workers that were killed", timedelta(days=1), Heartbeat.clear_old))
        DUTIES.append(Duty("old tries at doors", timedelta(hours=1), forget_old_tries))
        forged_keys.keep_watch()
        logins.keep_watch()
        user_logged_in.connect(ages.begin, dispatch_uid="sign-in begins")
        watch(User, "username", "name", "email", "is_active", "is_staff", "is_superuser", "password")
        watch(Group, "name")
        watch(Desk, "name")
        watch(Paper, *[field.name for field in Paper._meta.concrete_fields if field.editable and not field.primary_key])
        rights_noted.keep_watch()
