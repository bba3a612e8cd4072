"""
Operations of migrations for tables that are large and in use: docs/OPERATIONS.md, "A new version".

On PostgreSQL as its own operations do it: an index is built while others write, a check holds for what is written from
now on, and looks through what is there later, without a lock. SQLite knows none of that, has one machine alone, and
gets index and check at once.
"""

from django.contrib.postgres.operations import AddConstraintNotValid, AddIndexConcurrently, ValidateConstraint
from django.db.migrations.operations import AddConstraint, AddIndex


def is_postgresql(schema_editor):
    return schema_editor.connection.vendor == "postgresql"


class AddIndexGently(AddIndexConcurrently):
    """In a migration of its own, with atomic = False."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        add = super() if is_postgresql(schema_editor) else AddIndex(self.model_name, self.index)
        add.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        add = super() if is_postgresql(schema_editor) else AddIndex(self.model_name, self.index)
        add.database_backwards(app_label, schema_editor, from_state, to_state)


class AddCheckGently(AddConstraintNotValid):
    """For what is written from now on. ValidateCheck, in a later migration, holds what was there to it as well."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        add = super() if is_postgresql(schema_editor) else AddConstraint(self.model_name, self.constraint)
        add.database_forwards(app_label, schema_editor, from_state, to_state)


class ValidateCheck(ValidateConstraint):
    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        if is_postgresql(schema_editor):
            super().database_forwards(app_label, schema_editor, from_state, to_state)
