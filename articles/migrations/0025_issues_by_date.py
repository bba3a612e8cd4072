"""
Issues are read by their dates. Beside that an index of their hours led SQLite to gather all that are out and sort them;
of what waits for its hour, which are few, another index knows (signed_for).
"""

from importlib import import_module

from django.db import migrations, models

without_index = import_module("articles.migrations.0024_flat_lists").without_index


class Migration(migrations.Migration):
    dependencies = [("articles", "0024_flat_lists")]

    operations = [
        without_index(
            "issue",
            "published_at",
            "published_at",
            models.DateTimeField(
                blank=True, help_text="A future time is an embargo.", null=True, verbose_name="published"
            ),
        ),
    ]
