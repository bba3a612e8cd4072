import django.db.models.deletion
from django.db import migrations, models

AT_ONCE = 1000


def leave_to_the_worker(apps, schema_editor):
    """Photos from before there were crops and AVIF: the worker comes to them, some each minute."""
    photos = apps.get_model("media", "Photo").objects.exclude(original="").values_list("pk", flat=True)
    rows = apps.get_model("media", "Unfinished").objects
    batch = []
    for pk in photos.order_by("pk").iterator(AT_ONCE):
        batch.append(rows.model(photo_id=pk))
        if len(batch) == AT_ONCE:
            rows.bulk_create(batch)
            batch = []
    rows.bulk_create(batch)


class Migration(migrations.Migration):
    dependencies = [("media", "0005_kept_both")]

    operations = [
        migrations.CreateModel(
            name="Unfinished",
            fields=[
                (
                    "photo",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="unfinished",
                        serialize=False,
                        to="media.photo",
                    ),
                ),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("asked_at", models.DateTimeField(db_index=True, null=True)),
            ],
            options={"default_permissions": ()},
        ),
        migrations.RunPython(leave_to_the_worker, migrations.RunPython.noop),
    ]
