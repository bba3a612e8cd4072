import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("media", "0004_readdressed_for"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="KeptBoth",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "first",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="media.photo"),
                ),
                (
                    "second",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="media.photo"),
                ),
            ],
            options={
                "verbose_name": "photos kept both",
                "verbose_name_plural": "photos kept both",
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(fields=("first", "second"), name="media_kept_both_once"),
                    models.CheckConstraint(
                        condition=models.Q(("first__lt", models.F("second"))), name="media_kept_both_in_order"
                    ),
                ],
            },
        ),
    ]
