from django.conf import settings
from django.db import models
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _

from media.keeping import delete_on_commit


class FormerOriginal(models.Model):
    """The original of a picture that another one replaced. It is kept as long as its photo."""

    photo = models.ForeignKey("media.Photo", on_delete=models.CASCADE, related_name="former_originals")
    file = models.FileField(_("picture"), max_length=200, db_index=True)
    format = models.CharField(_("format"), max_length=10)
    filename = models.CharField(_("file name"), max_length=200, blank=True)
    content_hash = models.CharField(_("content hash"), max_length=64)
    replaced_at = models.DateTimeField(_("replaced"), auto_now_add=True)
    # Empty where no colleague did it: a command, an import.
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("former original")
        verbose_name_plural = _("former originals")
        ordering = ["-replaced_at", "-pk"]
        default_permissions = ()

    def __str__(self):
        return self.filename or str(self.pk)


@receiver(post_delete, sender=FormerOriginal)
def delete_its_file(instance, **kwargs):
    delete_on_commit([instance.file.name])
