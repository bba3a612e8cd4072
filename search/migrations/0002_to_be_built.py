"""Stories that are there already come into the index: the worker builds it (articles.indexing)."""

from django.db import migrations


def ask_for_it(apps, schema_editor):
    apps.get_model("search", "Building").objects.create()


class Migration(migrations.Migration):
    dependencies = [("search", "0001_index")]

    operations = [migrations.RunPython(ask_for_it, migrations.RunPython.noop)]
