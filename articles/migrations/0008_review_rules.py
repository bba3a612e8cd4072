"""
What was said in a review is never changed: a trigger on both databases. It says nothing of deleting, which the tests
do when they empty the database; Django refuses that by itself.

On SQLite a later migration that makes the table of reviews anew takes its triggers away, and has to write them again.
"""

from django.db import migrations
from django.db.models import Q

SQLITE = """
CREATE TRIGGER articles_review_unchanged BEFORE UPDATE ON articles_review
BEGIN SELECT RAISE(ABORT, 'A review is never changed.'); END
"""
POSTGRESQL = """
CREATE FUNCTION articles_review_unchanged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'A review is never changed.' USING ERRCODE = 'restrict_violation'; END $$;
CREATE TRIGGER articles_review_unchanged BEFORE UPDATE ON articles_review
FOR EACH ROW EXECUTE FUNCTION articles_review_unchanged()
"""


def write_trigger(apps, schema_editor):
    schema_editor.execute(SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL)


def drop_trigger(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER IF EXISTS articles_review_unchanged")
    else:
        schema_editor.execute("DROP TRIGGER IF EXISTS articles_review_unchanged ON articles_review")
        schema_editor.execute("DROP FUNCTION IF EXISTS articles_review_unchanged()")


def open_rounds(apps, schema_editor):
    """A story that was handed in before there were rounds waits in its first; one that nobody entered is a draft."""
    paper = apps.get_model("desk", "Paper").objects.filter(pk=1).first()
    submitted = apps.get_model("articles", "Article").objects.filter(stage="submitted")
    submitted.filter(created_by=None).update(stage="draft")
    for article in submitted.defer("body"):
        submission = article.submissions.create(
            number=1,
            version=article.version,
            steps=paper.number_of_reviews if paper else 3,
            submitted_by=article.created_by,
            submitted_at=article.updated_at,
            waiting_since=article.updated_at,
        )
        submission.authors.add(article.created_by, *writers_of(apps, article))


def writers_of(apps, article):
    credits = apps.get_model("bylines", "Byline").objects.filter(
        Q(article=article) | Q(photo__illustrations__article=article), contributor__user__isnull=False
    )
    return credits.exclude(role="editor").values_list("contributor__user", flat=True).distinct()


class Migration(migrations.Migration):
    dependencies = [("articles", "0007_reviews"), ("desk", "0003_harmless_fields"), ("bylines", "0002_initial")]

    operations = [
        migrations.RunPython(write_trigger, drop_trigger),
        migrations.RunPython(open_rounds, migrations.RunPython.noop),
    ]
