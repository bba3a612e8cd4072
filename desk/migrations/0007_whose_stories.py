from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0006_jobs")]

    operations = [
        migrations.AlterField(
            model_name="user",
            name="desks",
            field=models.ManyToManyField(
                blank=True,
                help_text="Reporters see the drafts of these desks only; editors of a desk work on its stories only.",
                related_name="users",
                to="desk.desk",
                verbose_name="desks",
            ),
        ),
    ]
