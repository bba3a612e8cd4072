"""
How rows become what a queryset gives, by what Django's compiler knows and keeps to itself. Nothing of it is promised to
stay: it is used here and nowhere else, and tests/desk/test_composed_rows.py compares it with Django's own answers.
"""

from django.db.models.query import (
    FlatValuesListIterable,
    ModelIterable,
    ValuesListIterable,
    get_related_populators,
)


def width_of(compiler):
    """How many columns are asked for. Behind them may stand some that only the order needs."""
    return compiler.col_count


def converters_of(compiler, connection):
    """[(place in a row, functions of (value, column, connection), column)]; the functions keep that connection."""
    compiler.connection = connection
    columns = [column for column, _sql, _name in compiler.select[: compiler.col_count]]
    return [(at, converters, column) for at, (converters, column) in compiler.get_converters(columns).items()]


def reading_of(rows, compiler, alias):
    """Makes of a row's list of values a record with those that come along, a tuple, or the value of the one column."""
    if rows._prefetch_related_lookups:
        raise ValueError("What is prefetched is asked apart.")
    if rows._known_related_objects:
        raise ValueError("A record in hand is no part of a question that is asked for others too.")
    if rows._iterable_class is FlatValuesListIterable:
        return lambda row: row[0]
    if rows._iterable_class is ValuesListIterable:
        return tuple
    if rows._iterable_class is not ModelIterable:
        raise ValueError("Only records and values_list() are asked for so.")
    return Records(compiler, alias)


class Records:
    def __init__(self, compiler, alias):
        kind = compiler.klass_info
        columns = kind["select_fields"]
        self.alias, self.model, self.begin, self.end = alias, kind["model"], columns[0], columns[-1] + 1
        self.names = [column.target.attname for column, _sql, _name in compiler.select[self.begin : self.end]]
        # The types that mypy knows are those of a later Django.
        self.populators = get_related_populators(kind, compiler.select, alias)  # type: ignore[call-arg]
        self.annotated = list(compiler.annotation_col_map.items())

    def __call__(self, row):
        record = self.model.from_db(self.alias, self.names, row[self.begin : self.end])
        for populator in self.populators:
            populator.populate(row, record)
        for name, at in self.annotated:
            setattr(record, name, row[at])
        return record
