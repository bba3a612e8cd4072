"""
Indexes that nobody walks along go (another one begins with the same column), and the stories of each sitemap are
entered in the book of numbers.

What is dropped is dropped by its name, found in the database: Django would copy the whole table of stories on SQLite.
Only the rows of the lists are copied there, since their unique constraint changes its order.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.utils import timezone

COUNTED = """
    INSERT INTO articles_listingcount (kind, key, stories, at)
    SELECT 'bundle', CAST(article_id >> 13 AS {text}), {stories}, {at} FROM {rows} GROUP BY article_id >> 13{more}
"""
OUT = "articles_listing WHERE kind = 'day' AND published_at <= %s"
TO_COME = "articles_listing WHERE kind = 'day' AND published_at > %s"
GONE = "(SELECT id AS article_id, withdrawn_at FROM articles_article WHERE withdrawn_at IS NOT NULL) AS gone"


def bind(apps, schema_editor):
    text = "varchar" if schema_editor.connection.vendor == "postgresql" else "text"
    now = schema_editor.connection.ops.adapt_datetimefield_value(timezone.now())
    for rows, stories, at, more, values in (
        (OUT, "COUNT(*)", "MAX(published_at)", "", [now]),
        (TO_COME, "COUNT(*)", "published_at", ", published_at", [now]),
        (GONE, "0", "MAX(withdrawn_at)", "", []),
        ("articles_correction", "0", "MAX(published_at)", "", []),
    ):
        with schema_editor.connection.cursor() as cursor:
            cursor.execute(COUNTED.format(text=text, rows=rows, stories=stories, at=at, more=more), values)


def unbind(apps, schema_editor):
    apps.get_model("articles", "ListingCount").objects.filter(kind="bundle").delete()


def index_redirects(apps, schema_editor):
    """Whoever moves an address asks what led there; the desk also asks for what leads to addresses that begin so."""
    way = " varchar_pattern_ops" if schema_editor.connection.vendor == "postgresql" else ""
    schema_editor.execute(f"CREATE INDEX articles_redirect_to ON django_redirect (new_path{way})")


def forget_redirects(apps, schema_editor):
    schema_editor.execute("DROP INDEX articles_redirect_to")


def dropping(table, column):
    """The index of that column alone. Nothing is made again on the way back: the other index has all it had."""

    def drop(apps, schema_editor):
        with schema_editor.connection.cursor() as cursor:
            found = schema_editor.connection.introspection.get_constraints(cursor, table)
        for name, told in found.items():
            if told["index"] and told["columns"] == [column] and not told["unique"] and not told["primary_key"]:
                schema_editor.execute(f"DROP INDEX {schema_editor.quote_name(name)}")

    return migrations.RunPython(drop, migrations.RunPython.noop)


def without_index(model, column, name, field):
    change = migrations.AlterField(model_name=model, name=name, field=field)
    return migrations.SeparateDatabaseAndState([dropping(f"articles_{model}", column)], [change])


def key_to(to, related_name, name=None, on_delete=django.db.models.deletion.CASCADE, **said):
    named = {"verbose_name": name} if name else {}
    return models.ForeignKey(db_index=False, on_delete=on_delete, related_name=related_name, to=to, **named, **said)


PROTECT = django.db.models.deletion.PROTECT
OPTIONAL = {"blank": True, "null": True, "on_delete": PROTECT}


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0023_front_page"),
        ("redirects", "0002_alter_redirect_new_path_help_text"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        without_index(
            "article",
            "published_at",
            "published_at",
            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="published"),
        ),
        without_index("article", "desk_id", "desk", key_to("desk.desk", "articles", "desk", **OPTIONAL)),
        without_index("article", "column_id", "column", key_to("articles.column", "articles", "column", **OPTIONAL)),
        without_index("illustration", "article_id", "article", key_to("articles.article", "illustrations", "article")),
        without_index("articleregion", "article_id", "article", key_to("articles.article", "places")),
        without_index("placement", "page_id", "page", key_to("articles.page", "placements", "page", PROTECT)),
        migrations.RemoveIndex(model_name="article", name="articles_article_stage"),
        migrations.RemoveConstraint(model_name="listing", name="articles_listing_once"),
        without_index("listing", "article_id", "article", key_to("articles.article", "listings")),
        migrations.AddConstraint(
            model_name="listing",
            constraint=models.UniqueConstraint(fields=("article", "kind", "key"), name="articles_listing_once"),
        ),
        migrations.AddField(
            model_name="listingcount", name="at", field=models.DateTimeField(null=True)
        ),
        migrations.RemoveIndex(model_name="listingcount", name="articles_listing_count_most"),
        migrations.AddIndex(
            model_name="listingcount",
            index=models.Index(fields=["kind", "-stories", "id"], name="articles_listing_count_first"),
        ),
        migrations.RunPython(bind, unbind),
        migrations.RunPython(index_redirects, forget_redirects),
    ]
