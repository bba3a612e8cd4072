from django.db import migrations, models
from django.db.models import F


def take_for_signed(apps, schema_editor):
    """What has its hour was signed for it."""
    issues = apps.get_model("articles", "Issue").objects
    issues.exclude(published_at=None).update(signed_for=F("published_at"))


class Migration(migrations.Migration):
    dependencies = [("articles", "0017_withdrawn_index")]

    operations = [
        migrations.AddField(
            model_name="issue",
            name="signed_for",
            field=models.DateTimeField(blank=True, db_index=True, editable=False, null=True, verbose_name="signed for"),
        ),
        migrations.RunPython(take_for_signed, migrations.RunPython.noop),
    ]
