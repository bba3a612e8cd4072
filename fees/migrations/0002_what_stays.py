"""
What the ledger promises, where no Python stands in the way: triggers on both databases.

A line is never changed or deleted, and none comes into a month that is closed; a reversal takes back exactly the amount
of its line; a closed month stays, says the sum of its lines, and is paid only with two approvals, which are then taken
back no more. A card that a month was closed with stays as it was, with its lines and their length rules; none begins
within a closed month.

On SQLite a later migration that makes one of these tables anew first drops the triggers that name it, and writes them
again afterwards.
"""

from django.db import migrations

LINE_STAYS = "A line of the ledger is never changed."
MONTH_STAYS = "A closed month is never changed."
CARD_STAYS = "A card that a month was closed with is never changed."
APPROVAL_STAYS = "An approval is only taken back, and not once the month is paid."
BACKDATED = "No card begins within a closed month."
WRONG_REVERSAL = "A reversal takes back what its line gave."
WRONG_SUM = "A month says the sum of its lines."
NOT_APPROVED = "A month is paid when two people have checked and approved it."
NO_MONTH = "A month is named by its first day."

OF_THE_CARD = ("fees_rate", "fees_gradepay", "fees_paidrole")
TOLD_OF_MONTH = ("first_day", "closed_at", "closed_by_id", "total")
TOLD_OF_APPROVAL = ("month_id", "step", "by_id", "closed_by_id", "at", "words")
CLOSED = "EXISTS (SELECT 1 FROM fees_feemonth WHERE id = NEW.month_id AND closed_at IS NOT NULL)"
NOT_ITS_AMOUNT = "NEW.takes_back_id IS NOT NULL AND NEW.amount <> -(SELECT amount FROM fees_ledgerline WHERE id = NEW.takes_back_id)"
SUM = "(SELECT ROUND(COALESCE(SUM(amount), 0), 2) FROM fees_ledgerline WHERE month_id = NEW.id)"
APPROVALS = "(SELECT COUNT(*) FROM fees_approval WHERE month_id = NEW.id AND taken_back_at IS NULL)"
PAID = "EXISTS (SELECT 1 FROM fees_feemonth WHERE id = NEW.month_id AND paid_on IS NOT NULL)"
NOT_THE_MONTHS = "NEW.closed_by_id <> (SELECT closed_by_id FROM fees_feemonth WHERE id = NEW.month_id)"
RULE_USED = "EXISTS (SELECT 1 FROM fees_rate JOIN fees_ratecard ON fees_ratecard.id = card_id WHERE rule_id = OLD.id AND used_at IS NOT NULL)"


USED = "EXISTS (SELECT 1 FROM fees_ratecard WHERE id = ROW.card_id AND used_at IS NOT NULL)"
IN_CLOSED = "EXISTS (SELECT 1 FROM fees_feemonth WHERE closed_at IS NOT NULL AND OF_THE_MONTH >= OF_THE_CARD)"


def used(row):
    return USED.replace("ROW", row)


def changed(names, differs):
    return "(" + " OR ".join(f"NEW.{name} {differs} OLD.{name}" for name in names) + ")"


def rules(differs, month_of):
    """[(name, moment, table, what is wrong, sentence)]. month_of: a column → what two days of one month have alike."""
    in_closed = IN_CLOSED.replace("OF_THE_MONTH", month_of("first_day")).replace("OF_THE_CARD", month_of("NEW.begins_on"))
    found = [
        ("fees_line_unchanged", "UPDATE", "fees_ledgerline", "1 = 1", LINE_STAYS),
        ("fees_line_of_open_month", "INSERT", "fees_ledgerline", CLOSED, MONTH_STAYS),
        ("fees_line_reversal", "INSERT", "fees_ledgerline", NOT_ITS_AMOUNT, WRONG_REVERSAL),
        ("fees_month_first_day", "INSERT", "fees_feemonth", f"NEW.first_day <> {month_of('NEW.first_day', day='-01')}", NO_MONTH),
        ("fees_month_unchanged", "UPDATE", "fees_feemonth", f"OLD.closed_at IS NOT NULL AND {changed(TOLD_OF_MONTH, differs)}", MONTH_STAYS),
        ("fees_month_sum", "UPDATE", "fees_feemonth", f"OLD.closed_at IS NULL AND NEW.closed_at IS NOT NULL AND NEW.total <> {SUM}", WRONG_SUM),
        ("fees_month_paid", "UPDATE", "fees_feemonth", f"OLD.paid_on IS NOT NULL AND {changed(('paid_on', 'paid_by_id'), differs)}", MONTH_STAYS),
        ("fees_month_approved", "UPDATE", "fees_feemonth", f"OLD.paid_on IS NULL AND NEW.paid_on IS NOT NULL AND {APPROVALS} <> 2", NOT_APPROVED),
        ("fees_approval_in_turn", "INSERT", "fees_approval", f"{PAID} OR NOT {CLOSED} OR {NOT_THE_MONTHS}", APPROVAL_STAYS),
        ("fees_approval_unchanged", "UPDATE", "fees_approval", f"{PAID} OR OLD.taken_back_at IS NOT NULL OR {changed(TOLD_OF_APPROVAL, differs)}", APPROVAL_STAYS),
        ("fees_card_new", "INSERT", "fees_ratecard", in_closed, BACKDATED),
        ("fees_card_unchanged", "UPDATE", "fees_ratecard", "OLD.used_at IS NOT NULL", CARD_STAYS),
        ("fees_card_moved", "UPDATE", "fees_ratecard", f"NEW.begins_on <> OLD.begins_on AND {in_closed}", BACKDATED),
        ("fees_rule_unchanged", "UPDATE", "fees_lengthrule", RULE_USED, CARD_STAYS),
    ]
    for table in OF_THE_CARD:
        found += [
            (f"{table}_new", "INSERT", table, used("NEW"), CARD_STAYS),
            (f"{table}_unchanged", "UPDATE", table, f"{used('OLD')} OR {used('NEW')}", CARD_STAYS),
        ]
    return found


DELETIONS = [
    ("fees_line_kept", "DELETE", "fees_ledgerline", "1 = 1", LINE_STAYS),
    ("fees_month_kept", "DELETE", "fees_feemonth", "OLD.closed_at IS NOT NULL", MONTH_STAYS),
    ("fees_approval_kept", "DELETE", "fees_approval", "1 = 1", APPROVAL_STAYS),
    ("fees_card_kept", "DELETE", "fees_ratecard", "OLD.used_at IS NOT NULL", CARD_STAYS),
    *[(f"{table}_kept", "DELETE", table, used("OLD"), CARD_STAYS) for table in OF_THE_CARD],
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


def month_on_sqlite(column, day=""):
    return f"substr({column}, 1, 7) || '{day}'"


def month_on_postgresql(column, day=""):
    return f"date_trunc('month', {column})::date"


def rules_of(vendor):
    if vendor == "sqlite":
        return [*rules("IS NOT", month_on_sqlite), *DELETIONS]
    return [*rules("IS DISTINCT FROM", month_on_postgresql), *DELETIONS]


def write_triggers(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for rule in rules_of(vendor):
        schema_editor.execute(on_sqlite(*rule) if vendor == "sqlite" else on_postgresql(*rule))


def drop_triggers(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for name, _moment, table, *_rule in rules_of(vendor):
        if vendor == "sqlite":
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}")
        else:
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")
            schema_editor.execute(f"DROP FUNCTION IF EXISTS {name}()")


class Migration(migrations.Migration):
    dependencies = [("fees", "0001_initial")]

    operations = [migrations.RunPython(write_triggers, drop_triggers)]
