"""
Credits in print: what is counted of contributors. The table begins empty; those of stories that are out already are
entered by the worker, 10,000 stories a job, the newest first.
"""

import django.db.models.deletion
from django.db import migrations, models
from django.utils import timezone


def plan_entering(apps, schema_editor):
    if apps.get_model("articles", "Article").objects.filter(published_at__isnull=False).exists():
        apps.get_model("desk", "Job").objects.create(kind="prints", due_at=timezone.now(), details={})


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0027_ai_by_default"),
        ("bylines", "0003_photos_of"),
        ("desk", "0015_seeing"),
        ("media", "0009_photo_days"),
    ]

    reasons = {"RunPython": "It plans a job, of which no version that is serving knows."}

    operations = [
        migrations.CreateModel(
            name="Printed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("role", models.CharField(choices=[("reporter", "reporter"), ("trainee_reporter", "trainee reporter"), ("correspondent", "correspondent"), ("special_correspondent", "special correspondent"), ("photographer", "photographer"), ("intern", "intern"), ("author", "author"), ("editor", "editor"), ("agency", "agency")], max_length=30)),
                ("printed_on", models.DateField()),
                ("published_at", models.DateTimeField()),
                ("length", models.PositiveIntegerField()),
                ("parts", models.PositiveBigIntegerField()),
                ("part_of_role", models.PositiveBigIntegerField()),
                ("part_of_all", models.PositiveBigIntegerField()),
                ("article", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="prints", to="articles.article")),
                ("column", models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="prints", to="articles.column")),
                ("contributor", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="prints", to="bylines.contributor")),
                ("issue", models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name="prints", to="articles.issue")),
                ("photo", models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name="prints", to="media.photo")),
            ],
            options={
                "verbose_name": "credit in print",
                "verbose_name_plural": "credits in print",
                "ordering": ["-printed_on", "-article_id", "id"],
                "indexes": [
                    models.Index(fields=["printed_on", "article", "photo", "contributor", "role", "parts", "part_of_role", "part_of_all", "length", "published_at", "column", "issue"], name="articles_printed_by_day"),
                    models.Index(fields=["contributor", "printed_on"], name="articles_printed_of_person"),
                    models.Index(condition=models.Q(("column__isnull", False)), fields=["column", "printed_on"], name="articles_printed_in_column"),
                ],
                "constraints": [
                    models.UniqueConstraint(condition=models.Q(("photo", None)), fields=("article", "contributor", "role"), name="articles_printed_once_a_story"),
                    models.UniqueConstraint(condition=models.Q(("photo__isnull", False)), fields=("photo", "article", "contributor", "role"), name="articles_printed_once_a_photo"),
                    models.CheckConstraint(condition=models.Q(("part_of_all__gte", 1), ("part_of_role__gte", 1), ("part_of_all__lte", models.F("parts")), ("part_of_role__lte", models.F("parts"))), name="articles_printed_part_of_whole"),
                ],
            },
        ),
        migrations.RunPython(plan_entering, migrations.RunPython.noop),
    ]
