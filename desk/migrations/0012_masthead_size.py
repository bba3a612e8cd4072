from django.db import migrations, models


def measure(apps, schema_editor):
    """Of the masthead that is there; one whose file is gone stays without, as it was."""
    for paper in apps.get_model("desk", "Paper").objects.exclude(masthead=""):
        try:
            size = {"masthead_width": paper.masthead.width, "masthead_height": paper.masthead.height}
        except OSError:
            continue
        type(paper).objects.filter(pk=paper.pk).update(**size)


class Migration(migrations.Migration):
    dependencies = [("desk", "0011_report_email_and_policy")]

    operations = [
        migrations.AddField("paper", "masthead_width", models.PositiveIntegerField(editable=False, null=True)),
        migrations.AddField("paper", "masthead_height", models.PositiveIntegerField(editable=False, null=True)),
        migrations.RunPython(measure, migrations.RunPython.noop),
    ]
