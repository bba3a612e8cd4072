from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bylines.models.role import Role
from bylines.models.term import engaged_as, engagement_of
from bylines.sounds import LONGEST_SOUND, sound_of
from desk.addresses import numbered


class ContributorQuerySet(models.QuerySet):
    def standing(self):
        """All but those that have been merged into somebody else."""
        return self.filter(merged_into=None)

    def named(self, name):
        """By their own name, by a pen name or by an alias."""
        return self.standing().filter(Q(name=name) | Q(pk__in=_going_by([name])))

    def engaged_as(self, engagement, on=None):
        return engaged_as(self, engagement, on or timezone.localdate())


class Contributor(models.Model):
    """Whoever a credit names: staff, correspondents, a whole desk. Namesakes are two rows that differ by their unit."""

    name = models.CharField(pgettext_lazy("person", "name"), max_length=80, db_index=True)
    # "zhouyongwei zyw": what an editor types without changing to Chinese, and what doubles are found by.
    sound = models.CharField(
        _("sound of the name"),
        max_length=LONGEST_SOUND,
        blank=True,
        default="",
        db_default="",
        db_index=True,
        editable=False,
    )
    unit = models.CharField(
        _("unit"),
        max_length=100,
        blank=True,
        help_text=_("Where the person works; tells apart two people of one name."),
    )
    region = models.ForeignKey(
        "regions.Region", verbose_name=_("region"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    desk = models.ForeignKey(
        "desk.Desk",
        verbose_name=_("desk"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="contributors",
        help_text=_("Which desk looks after this person."),
    )
    usual_role = models.CharField(_("usual role"), max_length=30, choices=Role, default=Role.REPORTER)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("login"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="contributor",
    )
    merged_into = models.ForeignKey(
        "self",
        verbose_name=_("merged into"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="merged",
    )
    created_at = models.DateTimeField(_("entered"), auto_now_add=True)

    objects = ContributorQuerySet.as_manager()

    class Meta:
        verbose_name = _("contributor")
        verbose_name_plural = _("contributors")
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(merged_into=None) | ~Q(merged_into=F("id")), name="bylines_contributor_not_into_itself"
            )
        ]

    def __str__(self):
        return f"{self.name}（{self.unit}）" if self.unit else self.name

    def save(self, *args, update_fields=None, **kwargs):
        """The sound goes with the name."""
        if update_fields is None or "name" in update_fields:
            self.sound = sound_of(self.name)
            update_fields = update_fields and {*update_fields, "sound"}
        super().save(*args, update_fields=update_fields, **kwargs)

    def get_absolute_url(self):
        return numbered("contributor_page", self.pk)

    def as_it_stands(self):
        """Who this person has become, over however many mergings; itself where it was never merged."""
        person, passed = self, {self.pk}
        while person.merged_into and person.merged_into_id not in passed:
            person = person.merged_into
            passed.add(person.pk)
        return person

    def engagement(self, on=None):
        return engagement_of(list(self.terms.all()), on or timezone.localdate())


def _going_by(names):
    from bylines.models.pen_name import PenName  # it names this model

    return PenName.objects.filter(name__in=names).values("contributor")
