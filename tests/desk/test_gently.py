from contextlib import contextmanager

from django.db import IntegrityError, connection, migrations, models
from django.db.migrations.state import ProjectState
from django.test import TransactionTestCase

from desk.gently import AddCheckGently, AddIndexGently, ValidateCheck

LENGTHS = models.CheckConstraint(condition=models.Q(length__gte=0), name="tried_length_positive")
INDEX = models.Index(fields=["length"], name="tried_length")
MADE = migrations.CreateModel(
    "Tried", [("id", models.BigAutoField(primary_key=True)), ("length", models.IntegerField())]
)


def run(state, *operations):
    """The models as the operations leave them."""
    for operation in operations:
        after = state.clone()
        operation.state_forwards("desk", after)
        with connection.schema_editor(atomic=False) as editor:
            operation.database_forwards("desk", editor, state, after)
        state = after
    return state


@contextmanager
def table():
    state = run(ProjectState(), MADE)
    try:
        yield state
    finally:
        connection.cursor().execute("DROP TABLE desk_tried")


class GentlyTests(TransactionTestCase):
    def found(self):
        with connection.cursor() as cursor:
            return connection.introspection.get_constraints(cursor, "desk_tried")

    def test_an_index_is_built_and_taken_away(self):
        with table() as state:
            after = run(state, AddIndexGently("tried", INDEX))
            self.assertTrue(self.found()["tried_length"]["index"])

            with connection.schema_editor(atomic=False) as editor:
                AddIndexGently("tried", INDEX).database_backwards("desk", editor, after, state)
            self.assertNotIn("tried_length", self.found())

    def test_a_check_holds_for_what_is_new_and_then_for_all(self):
        with table() as state:
            after = run(state, AddCheckGently("tried", LENGTHS), ValidateCheck("tried", LENGTHS.name))

            with self.assertRaises(IntegrityError):
                after.apps.get_model("desk", "Tried").objects.create(length=-1)
