from django.db import models
from django.utils.translation import gettext_lazy as _


class PrivateDetails(models.Model):
    """
    What the paper must know of somebody and nobody else may: each column is ciphertext, "" where nothing is known.
    bylines.private alone writes and reads it. phone_digest: what a phone is found by: no ciphertext is alike twice.
    """

    contributor = models.OneToOneField(
        "bylines.Contributor",
        verbose_name=_("contributor"),
        on_delete=models.CASCADE,
        related_name="private_details",
    )
    phone = models.TextField(_("phone"), blank=True, default="", db_default="")
    email = models.TextField(_("e-mail"), blank=True, default="", db_default="")
    id_number = models.TextField(_("ID number"), blank=True, default="", db_default="")
    bank = models.TextField(_("bank"), blank=True, default="", db_default="")
    account = models.TextField(_("account number"), blank=True, default="", db_default="")
    phone_digest = models.CharField(max_length=64, blank=True, default="", db_default="", db_index=True)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    class Meta:
        verbose_name = _("private details")
        verbose_name_plural = _("private details")
        default_permissions = ("view", "change")

    def __str__(self):
        return str(self.contributor_id)
