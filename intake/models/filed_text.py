from django.db import models
from django.utils.translation import gettext_lazy as _

from intake.models.source import Source


class FiledText(models.Model):
    """A text of a file of which everything was made, so that the file is known without being read. What was drafted on
    the screen finishes no file: further texts and stories may be in it."""

    file = models.CharField(max_length=64, db_index=True, editable=False)
    source = models.ForeignKey(
        Source, verbose_name=_("source text"), on_delete=models.CASCADE, related_name="filed", editable=False
    )
    # How many the file has: it is read again where one of them is gone.
    texts = models.PositiveIntegerField(editable=False)

    class Meta:
        verbose_name = _("filed text")
        verbose_name_plural = _("filed texts")
        constraints = [models.UniqueConstraint(fields=["file", "source"], name="intake_filed_once")]

    def __str__(self):
        return str(self.source)

    @staticmethod
    def finish(file, sources):
        """The command is done with that file (intake.archive.orders.Order.key_of), of which these texts were made."""
        FiledText.objects.filter(file=file).delete()
        rows = [FiledText(file=file, source=source, texts=len(sources)) for source in sources]
        FiledText.objects.bulk_create(rows, ignore_conflicts=True)
