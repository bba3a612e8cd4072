"""
What was found in a proof is never changed, and no proof is skipped: triggers on both databases. On PostgreSQL none is
deleted either; on SQLite the test flush deletes row by row, and deleting is left to Python.

On SQLite a later migration that makes the table of proofs anew takes its triggers away, and has to write them again.
"""

from django.db import migrations

STAYS = "A proof is never changed."
IN_TURN = "Proofs are read one after the other."
SKIPPED = "NEW.round <> 1 + (SELECT count(*) FROM articles_proof WHERE page_id = NEW.page_id)"
RULES = [
    ("articles_proof_unchanged", "UPDATE", "1 = 1", STAYS),
    ("articles_proof_in_turn", "INSERT", SKIPPED, IN_TURN),
]
ON_POSTGRESQL = [("articles_proof_stays", "DELETE", "1 = 1", STAYS)]


def on_sqlite(name, moment, wrong, sentence):
    return f"""
    CREATE TRIGGER {name} BEFORE {moment} ON articles_proof WHEN {wrong}
    BEGIN SELECT RAISE(ABORT, '{sentence}'); END
    """


def on_postgresql(name, moment, wrong, sentence):
    row = "OLD" if moment == "DELETE" else "NEW"
    return f"""
    CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF {wrong} THEN RAISE EXCEPTION '{sentence}' USING ERRCODE = 'restrict_violation'; END IF;
        RETURN {row};
    END $$;
    CREATE TRIGGER {name} BEFORE {moment} ON articles_proof FOR EACH ROW EXECUTE FUNCTION {name}()
    """


def write_triggers(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for rule in RULES:
            schema_editor.execute(on_sqlite(*rule))
    else:
        for rule in [*RULES, *ON_POSTGRESQL]:
            schema_editor.execute(on_postgresql(*rule))


def drop_triggers(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for name, *_rule in RULES:
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}")
    else:
        for name, *_rule in [*RULES, *ON_POSTGRESQL]:
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name} ON articles_proof")
            schema_editor.execute(f"DROP FUNCTION IF EXISTS {name}()")


class Migration(migrations.Migration):
    dependencies = [("articles", "0019_steady_lists")]

    operations = [migrations.RunPython(write_triggers, drop_triggers)]
