"""
What a migration may do while the last release still serves: docs/OPERATIONS.md, "A new version". What the rules refuse
passes with a reason that the migration itself gives, by the operation's name, for whoever upgrades:

    class Migration(migrations.Migration):
        reasons = {"RemoveField": "The column is read by no version since 2026-11."}
"""

import ast
import inspect
import textwrap

from django.contrib.postgres import operations as on_postgresql
from django.db.migrations import operations
from django.db.models import NOT_PROVIDED

from desk import gently

# An old version sees nothing of these, or does without what they take away.
HARMLESS = (
    *(operations.CreateModel, operations.AlterModelOptions, operations.AlterModelManagers, operations.RemoveIndex),
    *(operations.RenameIndex, operations.AlterModelTableComment, operations.RemoveConstraint),
    *(gently.AddCheckGently, gently.ValidateCheck, on_postgresql.ValidateConstraint),
)
GENTLE_INDEXES = (gently.AddIndexGently, on_postgresql.AddIndexConcurrently, on_postgresql.RemoveIndexConcurrently)
AT_ONCE = ("update", "delete", "raw_delete", "bulk_update", "execute")
GONE = "The old version still reads and writes it. Take it away one release later, and say so."
RENAMED = "The old version asks for the old name. Add the new one, write both, take the old one away a release later."
CONSTRAINED = "It refuses what the old version writes, and locks the table: AddCheckGently, then ValidateCheck."
BY_HAND = "SQL by hand wants a reason: what it does to a version that is serving."
SHORTEST_REASON = 20  # characters


class Rules:
    """On one migration. state: of all models before it; new: models that no old version knows, as "app.model"."""

    def __init__(self, migration, state, new=(), small=(), reasons=None):
        self.migration, self.state, self.small = migration, state.clone(), small
        self.new = set(new)
        self.reasons = getattr(migration, "reasons", {}) if reasons is None else reasons

    def refused(self):
        """A sentence for each thing that is wrong."""
        found = [each for operation in self.migration.operations for each in self.look(operation)]
        wrong = [(name, sentence) for name, sentence in found if name not in self.reasons]
        given = {name for name, _sentence in found}
        short = [f"The reason for {name} says nothing." for name, why in self.reasons.items() if is_short(why)]
        idle = [f"There is a reason for {name}, which needs none." for name in self.reasons if name not in given]
        return [f"{name}: {sentence}" for name, sentence in wrong] + short + idle

    def look(self, operation):
        """[(operation's name, what is wrong)]; afterwards the state is as it leaves it."""
        # Of a SeparateDatabaseAndState only what happens to the database; its state goes ways of its own.
        inside = getattr(operation, "database_operations", [operation])
        found = [(type(each).__name__, sentence) for each in inside if (sentence := self.wrong(each))]
        operation.state_forwards(self.migration.app_label, self.state)
        if isinstance(operation, operations.CreateModel):
            self.new.add(self.label(operation.name_lower))
        return found

    def wrong(self, operation):
        if isinstance(operation, HARMLESS) or self.label(self.model_of(operation)) in self.new:
            return ""
        for kind, rule in self.by_kind().items():
            if isinstance(operation, kind):
                return rule(operation)
        return "No rule knows what this does to a version that is still serving."

    def by_kind(self):
        """The first that fits: a kind before the one that it is made from."""
        return {
            operations.AddField: self.added,
            operations.AlterField: self.altered,
            (operations.RemoveField, operations.DeleteModel): says(GONE),
            (operations.RenameField, operations.RenameModel, operations.AlterModelTable): says(RENAMED),
            (*GENTLE_INDEXES,): self.gently_indexed,
            operations.AddIndex: self.indexed,
            (operations.AlterUniqueTogether, operations.AlterOrderWithRespectTo): says(CONSTRAINED),
            operations.AddConstraint: says(CONSTRAINED),
            operations.RunSQL: says(BY_HAND),
            operations.RunPython: self.ran,
        }

    def added(self, operation):
        field = operation.field
        if field.many_to_many:
            return ""
        if not field.null and field.db_default is NOT_PROVIDED:
            return "The old version does not fill it: it wants db_default (and default), or null=True."
        return self.indexed(operation) if field.db_index or field.unique else ""

    def altered(self, operation):
        former = self.state.models[self.migration.app_label, operation.model_name_lower].fields[operation.name]
        changed = differences(former, operation.field)
        return f"Stricter or of another kind for a version that is serving: {', '.join(changed)}." if changed else ""

    def indexed(self, operation):
        if self.label(operation.model_name_lower) in self.small:
            return ""
        return "It locks a large table while it is built: AddIndexGently in a migration with atomic = False."

    def gently_indexed(self, operation):
        return "It wants a migration with atomic = False." if self.migration.atomic else ""

    def ran(self, operation):
        others = [each for each in self.migration.operations if not isinstance(each, operations.RunPython)]
        if others:
            return "Rows in the same migration as columns: the tables stay locked until all rows are done."
        found = at_once(operation.code)
        return f"{', '.join(found)} outside a loop: a large table in one statement." if found else ""

    def model_of(self, operation):
        return getattr(operation, "model_name_lower", "") or getattr(operation, "name_lower", "") or ""

    def label(self, model):
        return f"{self.migration.app_label}.{model}"


def says(sentence):
    return lambda operation: sentence


def is_short(reason):
    return len(reason.strip()) < SHORTEST_REASON


def differences(former, field):
    """What of a field's new kind an old version may stumble over."""
    if type(former) is not type(field):
        return [f"{type(former).__name__} becomes {type(field).__name__}"]
    was, will = described(former), described(field)
    names = sorted(name for name in was.keys() | will.keys() if was.get(name) != will.get(name))
    return [name for name in names if not is_looser(name, was.get(name), will.get(name))]


def described(field):
    _name, _path, arguments, named = field.deconstruct()
    leaving = {"default", "db_comment", *field.non_db_attrs} - {"db_column"}
    return {name: value for name, value in named.items() if name not in leaving} | dict(enumerate(arguments))


def is_looser(name, was, will):
    if name == "max_length":
        return will is None or (was is not None and will >= was)
    if name == "null":
        return bool(will)
    if name in ("unique", "db_index"):
        return not will
    return name == "db_default" and will is not None


def at_once(code):
    """Calls that change rows, beside every loop."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(code)))
    looped = {inner for loop in ast.walk(tree) if isinstance(loop, (ast.For, ast.While)) for inner in ast.walk(loop)}
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    return sorted({call.func.attr for call in calls if call.func.attr in AT_ONCE and call not in looped})
