from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_NAME = 200


class Attachment(models.Model):
    """A file in a letter. Its bytes stay in the mail; here is by what it is known."""

    class Kind(models.TextChoices):
        DOCUMENT = "document", _("document")
        PHOTO = "photo", _("photo")
        SMALL = "small", _("small picture")  # a logo or a signature
        OTHER = "other", _("other file")
        HANDED_ON = "handed_on", _("handed on")  # to the intake screen: packed out of the letter's files

    letter = models.ForeignKey(
        "intake.Letter", verbose_name=_("letter"), on_delete=models.CASCADE, related_name="attachments"
    )
    number = models.PositiveIntegerField(_("number"))
    name = models.CharField(_("name"), max_length=LONGEST_NAME)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    size = models.PositiveBigIntegerField(_("size"))
    digest = models.CharField(max_length=64, db_index=True, editable=False)

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["letter", "number"]
        constraints = [models.UniqueConstraint(fields=["letter", "number"], name="intake_attachment_once")]

    def __str__(self):
        return self.name
