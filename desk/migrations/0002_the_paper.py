from django.db import migrations


def write_the_paper(apps, schema_editor):
    """Every page prints the paper's record, so it is there from the beginning, with its defaults."""
    apps.get_model("desk", "Paper").objects.get_or_create(pk=1)


class Migration(migrations.Migration):
    dependencies = [("desk", "0001_initial")]

    operations = [migrations.RunPython(write_the_paper, migrations.RunPython.noop)]
