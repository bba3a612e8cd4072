from datetime import timedelta

from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext_lazy as _

from desk.duties import DUTIES, Duty


class IntakeConfig(AppConfig):
    name = "intake"
    verbose_name = _("Intake")

    def ready(self):
        from articles.panels import PANELS
        from intake.incoming import FOLDER, KEPT, clear_away
        from intake.mail.checks import check_mailbox
        from intake.mail.keeping import cut_old
        from intake.mail.panel import letter_panel
        from intake.mail.reading import read_when_due
        from intake.models import Letter
        from media.keepers import KEEPERS, Keeper, kept_for, kept_in_field

        DUTIES.append(Duty("files without drafts", timedelta(hours=1), clear_away))
        DUTIES.append(Duty("mailbox", timedelta(minutes=1), read_when_due))
        DUTIES.append(Duty("old letters", timedelta(days=1), cut_old))
        register(check_mailbox, deploy=True)
        PANELS.append(letter_panel)
        KEEPERS.append(Keeper("letters", *kept_in_field(Letter.objects.only("raw").all, "raw")))
        KEEPERS.append(Keeper(FOLDER, kept_for(KEPT)))
