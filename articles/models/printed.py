from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bylines.credits import EDITOR, PHOTOGRAPHER
from bylines.models import Role

# Named in the line of a story they did not write it: its pictures have credits of their own.
BESIDE_THE_WRITERS = (PHOTOGRAPHER, EDITOR)


class PrintedQuerySet(models.QuerySet):
    def out(self, at=None):
        return self.filter(published_at__lte=at or timezone.now())


class Printed(models.Model):
    """
    One credit in print: a name in the line of a story that is out or has its hour, or one under a photo in it (each
    use of a photo has its own). Written by what writes the lists, and all that is counted of contributors is counted
    here. Where somebody works and lives is the register's and asked there.

    A person's share of the story, or of the photo, is part_of_all of its parts; among those of one role, part_of_role.
    """

    # No index of their own, but for stories and issues: those below begin with the others.
    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="prints")
    photo = models.ForeignKey("media.Photo", null=True, on_delete=models.CASCADE, related_name="prints", db_index=False)
    contributor = models.ForeignKey(
        "bylines.Contributor", on_delete=models.CASCADE, related_name="prints", db_index=False
    )
    role = models.CharField(max_length=30, choices=Role)  # of a photo's credit: as who the photographer stands there
    printed_on = models.DateField()  # of the earliest issue that prints the story; else the day it came out
    published_at = models.DateTimeField()  # the story's hour: from then on it counts
    issue = models.ForeignKey("articles.Issue", null=True, on_delete=models.CASCADE, related_name="prints")
    column = models.ForeignKey(
        "articles.Column", null=True, on_delete=models.SET_NULL, related_name="prints", db_index=False
    )
    length = models.PositiveIntegerField()  # 字数; of a photo none
    parts = models.PositiveBigIntegerField()
    part_of_role = models.PositiveBigIntegerField()
    part_of_all = models.PositiveBigIntegerField()

    objects = PrintedQuerySet.as_manager()

    class Meta:
        verbose_name = _("credit in print")
        verbose_name_plural = _("credits in print")
        ordering = ["-printed_on", "-article_id", "id"]
        indexes = [
            # A question about some months walks along this alone (docs/TALLY.md).
            models.Index(
                fields=[
                    *("printed_on", "article", "photo", "contributor", "role"),
                    *("parts", "part_of_role", "part_of_all", "length", "published_at", "column", "issue"),
                ],
                name="articles_printed_by_day",
            ),
            models.Index(fields=["contributor", "printed_on"], name="articles_printed_of_person"),
            models.Index(
                fields=["column", "printed_on"],
                condition=models.Q(column__isnull=False),
                name="articles_printed_in_column",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "contributor", "role"],
                condition=models.Q(photo=None),
                name="articles_printed_once_a_story",
            ),
            models.UniqueConstraint(
                fields=["photo", "article", "contributor", "role"],
                condition=models.Q(photo__isnull=False),
                name="articles_printed_once_a_photo",
            ),
            models.CheckConstraint(
                condition=models.Q(part_of_role__gte=1, part_of_all__gte=1)
                & models.Q(part_of_role__lte=models.F("parts"), part_of_all__lte=models.F("parts")),
                name="articles_printed_part_of_whole",
            ),
        ]

    def __str__(self):
        return f"{self.printed_on} {self.contributor_id} {self.role}: {self.article_id}"
