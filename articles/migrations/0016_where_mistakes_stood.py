from django.db import migrations
from django.db.models import OuterRef, Subquery
from django.utils import timezone

FIRST = ["page__issue__date", "page__issue__edition", "page__position", "page__label"]


def find_where_mistakes_stood(apps, schema_editor):
    """Of corrections that were entered before that was kept: the story's first page in print."""
    placements = apps.get_model("articles", "Placement").objects
    printed = placements.filter(article=OuterRef("article"), page__issue__published_at__lte=timezone.now())
    corrections = apps.get_model("articles", "Correction").objects.filter(stood_on=None)
    corrections.update(stood_on=Subquery(printed.order_by(*FIRST).values("page")[:1]))


class Migration(migrations.Migration):
    dependencies = [("articles", "0015_corrections_place")]

    operations = [migrations.RunPython(find_where_mistakes_stood, migrations.RunPython.noop, elidable=True)]
