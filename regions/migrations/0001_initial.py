import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Region",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "code",
                    models.CharField(
                        help_text="GB/T 2260 code: six digits, or nine for a town.",
                        max_length=9,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[0-9]{6}([0-9]{3})?\\Z", "Six digits, or nine for a town."
                            )
                        ],
                        verbose_name="code",
                    ),
                ),
                ("name", models.CharField(db_index=True, max_length=60, verbose_name="name")),
                (
                    "level",
                    models.CharField(
                        choices=[("province", "province"), ("city", "city"), ("county", "county"), ("town", "town")],
                        max_length=8,
                        verbose_name="level",
                    ),
                ),
                (
                    "ended_on",
                    models.DateField(
                        blank=True,
                        help_text="Empty while the region exists. From the list of regions: the day by which it was gone.",
                        null=True,
                        verbose_name="ended on",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="regions.region",
                        verbose_name="part of",
                    ),
                ),
                (
                    "successors",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The regions that its land went to.",
                        related_name="predecessors",
                        to="regions.region",
                        verbose_name="successors",
                    ),
                ),
            ],
            options={
                "verbose_name": "region",
                "verbose_name_plural": "regions",
                "ordering": ["code"],
            },
        ),
        migrations.CreateModel(
            name="RegionAlias",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "name",
                    models.CharField(
                        db_index=True,
                        help_text="As the paper says it: 诸暨 for 诸暨市.",
                        max_length=60,
                        verbose_name="short name",
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[("derived", "derived from the name"), ("editor", "added by an editor")],
                        default="editor",
                        max_length=8,
                        verbose_name="origin",
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aliases",
                        to="regions.region",
                        verbose_name="region",
                    ),
                ),
            ],
            options={
                "verbose_name": "short name",
                "verbose_name_plural": "short names",
                "ordering": ["region", "name"],
            },
        ),
        migrations.AddConstraint(
            model_name="region",
            constraint=models.CheckConstraint(
                condition=models.Q(("level__in", ["province", "city", "county", "town"])), name="region_level_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="region",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("level", "province"), ("parent", None)),
                    models.Q(("parent__isnull", False), models.Q(("level", "province"), _negated=True)),
                    _connector="OR",
                ),
                name="region_province_stands_alone",
            ),
        ),
        migrations.AddConstraint(
            model_name="regionalias",
            constraint=models.UniqueConstraint(fields=("region", "name"), name="region_alias_once"),
        ),
    ]
