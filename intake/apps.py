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
        from bylines.following import FOLLOWERS, rows_of
        from bylines.sealing import SEALED
        from desk.watching import watch
        from intake.contributing import basket, reading  # noqa: F401 - the job is entered
        from intake.contributing.forgetting import forget_old_contacts
        from intake.incoming import FOLDER, KEPT, clear_away
        from intake.mail.checks import check_mailbox
        from intake.mail.keeping import cut_old
        from intake.mail.panel import letter_panel
        from intake.mail.reading import read_when_due
        from intake.models import ConsentText, Letter, Routing
        from media.keepers import KEEPERS, Keeper, kept_for, kept_in_field

        DUTIES.append(Duty("files without drafts", timedelta(hours=1), clear_away))
        DUTIES.append(Duty("files of forms that came back", timedelta(hours=1), basket.clear_baskets))
        DUTIES.append(Duty("phones of old submissions", timedelta(days=1), forget_old_contacts))
        DUTIES.append(Duty("mailbox", timedelta(minutes=1), read_when_due))
        DUTIES.append(Duty("old letters", timedelta(days=1), cut_old))
        register(check_mailbox, deploy=True)
        watch(ConsentText, "text", "since")
        watch(Routing, "column", "region", "desk")
        SEALED.append(("intake.Contribution", ("phone", "email")))
        FOLLOWERS.append(rows_of("intake.Contribution", "contributor"))
        FOLLOWERS.append(rows_of("intake.OwnLink", "contributor"))
        PANELS.append(letter_panel)
        KEEPERS.append(Keeper("letters", *kept_in_field(Letter.objects.only("raw").all, "raw")))
        KEEPERS.append(Keeper(FOLDER, kept_for(KEPT)))
        KEEPERS.append(Keeper(basket.FOLDER, kept_for(basket.KEPT)))
