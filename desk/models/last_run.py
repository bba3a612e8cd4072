from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class LastRun(models.Model):
    """Of each thing that is done by the clock or by command, how it went the last time: a row for each name."""

    LONGEST_WORDS = 300

    name = models.CharField(_("name"), max_length=60, primary_key=True)
    ended_at = models.DateTimeField(_("ended"))
    seconds = models.FloatField(_("seconds"), default=0)
    went_well = models.BooleanField(_("went well"), default=True)
    number = models.BigIntegerField(_("figure"), null=True)  # what it counted: differences found, bytes written
    words = models.CharField(_("in words"), max_length=LONGEST_WORDS, blank=True)

    class Meta:
        verbose_name = _("last run")
        verbose_name_plural = _("last runs")
        default_permissions = ()
        permissions = [("see_system", _("Can see the state of the system"))]

    def __str__(self):
        return self.name

    @classmethod
    def note(cls, name, *, seconds=0.0, went_well=True, number=None, words=""):
        said = {"ended_at": timezone.now(), "seconds": seconds, "went_well": went_well, "number": number}
        said["words"] = words[: cls.LONGEST_WORDS]
        # One statement: two workers may have ended the same at the same moment.
        LastRun.objects.bulk_create(
            [LastRun(name=name, **said)], update_conflicts=True, unique_fields=["name"], update_fields=list(said)
        )

    note.__func__.alters_data = True
