from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0014_doors")]

    operations = [
        migrations.AddField(
            model_name="job",
            name="cause",
            field=models.CharField(blank=True, db_default="", default="", max_length=64),
        ),
        migrations.AddIndex(
            model_name="job",
            index=models.Index(
                condition=models.Q(("failed_at__isnull", False)), fields=["failed_at"], name="desk_job_failed"
            ),
        ),
        migrations.CreateModel(
            name="LastRun",
            fields=[
                (
                    "name",
                    models.CharField(max_length=60, primary_key=True, serialize=False, verbose_name="name"),
                ),
                ("ended_at", models.DateTimeField(verbose_name="ended")),
                ("seconds", models.FloatField(default=0, verbose_name="seconds")),
                ("went_well", models.BooleanField(default=True, verbose_name="went well")),
                ("number", models.BigIntegerField(null=True, verbose_name="figure")),
                ("words", models.CharField(blank=True, max_length=300, verbose_name="in words")),
            ],
            options={
                "verbose_name": "last run",
                "verbose_name_plural": "last runs",
                "default_permissions": (),
                "permissions": [("see_system", "Can see the state of the system")],
            },
        ),
    ]
