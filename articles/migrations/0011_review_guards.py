"""
The rules of the reviews where no Python stands in the way: a queryset, a shell, a colleague with psql.

A review is of the open round's next step, carries the round's own submitter, and is by none of its authors. What a round
was begun with stays, an ended one too: only what has passed may still be sent back or reopened. On PostgreSQL no review
goes, and no author of an open round; on SQLite the test flush deletes row by row, and deleting is left to Python.

On SQLite a later migration that makes the table of submissions or of their authors anew first drops the triggers that
name it, and writes them again afterwards.
"""

from django.db import migrations

ENDED = "A round that has ended is not changed."
BEGUN = "What a round was begun with is not changed."
OUT_OF_TURN = "A review is of the next step of an open round, as it was handed in."
BY_AN_AUTHOR = "No author reviews."
AUTHOR_STAYS = "An author stays an author."
REVIEW_STAYS = "A review is never deleted."
BEGINNING = ("article_id", "number", "version", "steps", "submitted_by_id", "submitted_at")
IN_TURN = """EXISTS (
    SELECT 1 FROM articles_submission AS round WHERE round.id = NEW.submission_id AND round.ended_at IS NULL
    AND round.step = NEW.step AND round.submitted_by_id = NEW.submitted_by_id)"""
IS_AUTHOR = """EXISTS (
    SELECT 1 FROM articles_submission_authors AS author
    WHERE author.submission_id = NEW.submission_id AND author.user_id = NEW.reviewer_id)"""
MAY_STILL_END = """OLD.outcome = 'passed' AND NEW.outcome IN ('sent back', 'reopened')
    AND NEW.ended_at IS NOT NULL AND NEW.step = OLD.step"""


def changed(differs):
    return " OR ".join(f"NEW.{name} {differs} OLD.{name}" for name in BEGINNING)


def rules(differs):
    """[(name, moment, table, what is wrong, sentence)]"""
    return [
        ("articles_review_in_turn", "INSERT", "articles_review", f"NOT {IN_TURN}", OUT_OF_TURN),
        ("articles_review_no_author", "INSERT", "articles_review", IS_AUTHOR, BY_AN_AUTHOR),
        ("articles_round_begun", "UPDATE", "articles_submission", changed(differs), BEGUN),
        (
            "articles_round_ended",
            "UPDATE",
            "articles_submission",
            f"OLD.ended_at IS NOT NULL AND NOT ({MAY_STILL_END})",
            ENDED,
        ),
        ("articles_author_stays", "UPDATE", "articles_submission_authors", "1 = 1", AUTHOR_STAYS),
    ]


OPEN_ROUND = "EXISTS (SELECT 1 FROM articles_submission WHERE id = OLD.submission_id AND ended_at IS NULL)"
ON_POSTGRESQL = [
    ("articles_review_stays", "DELETE", "articles_review", "1 = 1", REVIEW_STAYS),
    ("articles_author_kept", "DELETE", "articles_submission_authors", OPEN_ROUND, AUTHOR_STAYS),
]


def on_sqlite(name, moment, table, wrong, sentence):
    return f"""
    CREATE TRIGGER {name} BEFORE {moment} ON {table} WHEN {wrong}
    BEGIN SELECT RAISE(ABORT, '{sentence}'); END
    """


def on_postgresql(name, moment, table, wrong, sentence):
    row = "OLD" if moment == "DELETE" else "NEW"
    return f"""
    CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF {wrong} THEN RAISE EXCEPTION '{sentence}' USING ERRCODE = 'restrict_violation'; END IF;
        RETURN {row};
    END $$;
    CREATE TRIGGER {name} BEFORE {moment} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()
    """


def write_triggers(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for rule in rules("IS NOT"):
            schema_editor.execute(on_sqlite(*rule))
    else:
        for rule in [*rules("IS DISTINCT FROM"), *ON_POSTGRESQL]:
            schema_editor.execute(on_postgresql(*rule))


def drop_triggers(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for name, *_rule in rules(""):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}")
    else:
        for name, _moment, table, *_rule in [*rules(""), *ON_POSTGRESQL]:
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")
            schema_editor.execute(f"DROP FUNCTION IF EXISTS {name}()")


class Migration(migrations.Migration):
    dependencies = [("articles", "0010_checks")]

    operations = [migrations.RunPython(write_triggers, drop_triggers)]
