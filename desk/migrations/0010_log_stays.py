"""
The audit log is only ever added to: triggers on both databases refuse a change of a row, and its deletion. What may go
are logins, once they are older than the six months for which the law asks to keep them (manage.py thin_log).
"""

from django.conf import settings
from django.db import migrations, models

CHANGED = "The audit log is never changed."
DELETED = "The audit log is never deleted."
LOGINS = "('login', 'logout', 'login_failed')"
DAYS = 190

SQLITE = [
    f"""
    CREATE TRIGGER desk_audit_unchanged BEFORE UPDATE ON desk_auditentry
    BEGIN SELECT RAISE(ABORT, '{CHANGED}'); END
    """,
    f"""
    CREATE TRIGGER desk_audit_kept BEFORE DELETE ON desk_auditentry
    WHEN OLD.verb NOT IN {LOGINS} OR OLD.at > datetime('now', '-{DAYS} days')
    BEGIN SELECT RAISE(ABORT, '{DELETED}'); END
    """,
]
POSTGRESQL = [
    f"""
    CREATE FUNCTION desk_audit_unchanged() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '{CHANGED}' USING ERRCODE = 'restrict_violation'; END $$;
    CREATE TRIGGER desk_audit_unchanged BEFORE UPDATE ON desk_auditentry
    FOR EACH ROW EXECUTE FUNCTION desk_audit_unchanged()
    """,
    f"""
    CREATE FUNCTION desk_audit_kept() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF OLD.verb NOT IN {LOGINS} OR OLD.at > now() - interval '{DAYS} days' THEN
            RAISE EXCEPTION '{DELETED}' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN OLD;
    END $$;
    CREATE TRIGGER desk_audit_kept BEFORE DELETE ON desk_auditentry
    FOR EACH ROW EXECUTE FUNCTION desk_audit_kept()
    """,
]
NAMES = ("desk_audit_unchanged", "desk_audit_kept")


def write_triggers(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def drop_triggers(apps, schema_editor):
    for name in NAMES:
        if schema_editor.connection.vendor == "sqlite":
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}")
        else:
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name} ON desk_auditentry")
            schema_editor.execute(f"DROP FUNCTION IF EXISTS {name}()")


class Migration(migrations.Migration):
    dependencies = [("desk", "0009_notice_about"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.AddIndex("auditentry", models.Index(fields=["key"], name="desk_audit_key")),
        migrations.AddIndex("auditentry", models.Index(fields=["verb", "-id"], name="desk_audit_verb")),
        migrations.AddIndex("auditentry", models.Index(fields=["by", "-id"], name="desk_audit_by")),
        migrations.AddIndex("auditentry", models.Index(fields=["at"], name="desk_audit_at")),
        migrations.RunPython(write_triggers, drop_triggers),
    ]
