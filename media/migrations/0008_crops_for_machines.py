from django.db import migrations

AT_ONCE = 1000


def leave_to_the_worker(apps, schema_editor):
    """Photos from before there were crops for search engines: the worker comes to them, some each minute."""
    photos = apps.get_model("media", "Photo").objects.exclude(original="").values_list("pk", flat=True)
    rows = apps.get_model("media", "Unfinished").objects
    batch = []
    for pk in photos.order_by("pk").iterator(AT_ONCE):
        batch.append(rows.model(photo_id=pk))
        if len(batch) == AT_ONCE:
            rows.bulk_create(batch, ignore_conflicts=True)
            batch = []
    rows.bulk_create(batch, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("media", "0007_former_originals")]

    operations = [migrations.RunPython(leave_to_the_worker, migrations.RunPython.noop)]
