import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0004_doubt_about"), ("intake", "0005_file_references")]

    operations = [
        migrations.AddField(
            model_name="letter",
            name="kept",
            field=models.CharField(
                choices=[("whole", "the whole mail"), ("head", "its headers"), ("cut", "its headers and its text")],
                default="whole",
                editable=False,
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="repeats",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="repeated_letters",
                to="articles.article",
                verbose_name="draft that there was already",
            ),
        ),
        migrations.AddField(
            model_name="mailbox", name="since", field=models.DateField(blank=True, editable=False, null=True)
        ),
        migrations.AddField(
            model_name="mailbox", name="stuck_uid", field=models.PositiveBigIntegerField(default=0, editable=False)
        ),
        migrations.AddField(
            model_name="mailbox", name="stumbles", field=models.PositiveIntegerField(default=0, editable=False)
        ),
    ]
