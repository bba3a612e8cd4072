from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PenName(models.Model):
    """Another name by which print knows somebody. Intake finds the person by it; readers see what was printed."""

    class Kind(models.TextChoices):
        PEN_NAME = "pen_name", pgettext_lazy("name", "pen name")
        ALIAS = "alias", pgettext_lazy("name", "former or other name")

    contributor = models.ForeignKey(
        "bylines.Contributor", verbose_name=_("contributor"), on_delete=models.CASCADE, related_name="pen_names"
    )
    name = models.CharField(pgettext_lazy("person", "name"), max_length=80, db_index=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.PEN_NAME)

    class Meta:
        verbose_name = _("pen name")
        verbose_name_plural = _("pen names")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["contributor", "name"],
                name="bylines_penname_once",
                violation_error_message=_("This person goes by that name already."),
            )
        ]

    def __str__(self):
        return self.name
