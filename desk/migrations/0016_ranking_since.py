from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0015_seeing")]

    operations = [
        migrations.AddField(
            model_name="paper",
            name="ranking_since",
            field=models.DateField(
                blank=True,
                help_text="From this day on readers see how much was printed of whom, under /rankings/. Empty: nobody does.",
                null=True,
                verbose_name="ranking of correspondents since",
            ),
        ),
    ]
