"""
A question that is asked again and again, put into SQL once. Django composes every query anew, which takes it ten times
as long as the database to answer: here the SQL is kept with the places of its values, and only those are new.

    bylines_of = Composed(lambda story: Byline.objects.filter(article=story))
    bylines_of(story.pk)  # a list

The shape may hang from nothing but its values: neither from the hour nor from a colleague, unless they are given. A
value is a number, a text, a moment, or a list of them.
"""

from datetime import UTC, datetime, timedelta

from django.db import connection, transaction
from django.db.models.query import FlatValuesListIterable, ModelIterable, get_related_populators

KINDS = (int, str, datetime)
MOST_KEYS = 12  # of a list: longer ones are asked as ever, since each length is a shape of its own


class Composed:
    def __init__(self, make):
        self.make, self.kept = make, {}

    def __call__(self, *values):
        """What the queryset's list is. Values are taken as they are: a record's key, and not the record."""
        if any(isinstance(value, list) and not 0 < len(value) <= MOST_KEYS for value in values):
            return list(self.make(*values))
        shape = (connection.alias, *map(shape_of, values))
        statement = self.kept.get(shape)
        if statement is None:
            statement = self.kept[shape] = Statement(self.make, values)
        return statement.answer(values)

    def first(self, *values):
        """Or None. The queryset says itself that it wants no more than one."""
        return next(iter(self(*values)), None)


class Statement:
    def __init__(self, make, values):
        places = list(places_in(values))
        of_value = {at: stand_in(number, value_at(values, at)) for number, at in enumerate(places)}
        rows = make(*filled(values, of_value))
        compiler = rows.query.get_compiler(connection=connection)
        self.sql, params = compiler.as_sql()
        at_stand_in = {as_stored(standing): at for at, standing in of_value.items()}
        self.params = [(at_stand_in.get(param) if isinstance(param, KINDS) else None, param) for param in params]
        unsaid = set(places) - {at for at, _param in self.params}
        if unsaid:
            raise ValueError(f"These values are no parameters of the statement: {sorted(unsaid)}")
        self.is_held = rows.query.select_for_update
        self.width = compiler.col_count
        columns = [column for column, *_said in compiler.select[: self.width]]
        self.converters = list(compiler.get_converters(columns).items())
        self.read = reading_of(rows, compiler)

    def answer(self, values):
        if self.is_held and not connection.in_atomic_block:
            raise transaction.TransactionManagementError("Rows are held within a transaction.")
        params = [param if at is None else as_stored(value_at(values, at), param) for at, param in self.params]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, params)
            rows = cursor.fetchall()
        return [self.read(self.converted(row)) for row in rows]

    def converted(self, row):
        row = list(row[: self.width])
        for at, (converters, column) in self.converters:
            for convert in converters:
                row[at] = convert(row[at], column, connection)
        return row


def reading_of(rows, compiler):
    """How a row is made of its columns: as a record with those that come along, as a tuple, or as its one column."""
    if rows._prefetch_related_lookups:
        raise ValueError("What is prefetched is asked apart.")
    if rows._iterable_class is FlatValuesListIterable:
        return lambda row: row[0]
    return tuple if rows._iterable_class is not ModelIterable else Records(compiler)


class Records:
    def __init__(self, compiler):
        info = compiler.klass_info
        columns = info["select_fields"]
        self.model, self.begin, self.end = info["model"], columns[0], columns[-1] + 1
        self.names = [column[0].target.attname for column in compiler.select[self.begin : self.end]]
        self.populators = get_related_populators(info, compiler.select, connection.alias)  # type: ignore[call-arg] - the stubs are of a newer Django
        self.annotated = list(compiler.annotation_col_map.items())

    def __call__(self, row):
        record = self.model.from_db(connection.alias, self.names, row[self.begin : self.end])
        for populator in self.populators:
            populator.populate(row, record)
        for name, at in self.annotated:
            setattr(record, name, row[at])
        return record


def shape_of(value):
    return len(value) if isinstance(value, list) else type(value)


def places_in(values):
    for number, value in enumerate(values):
        yield from ((number, at) for at in range(len(value))) if isinstance(value, list) else [(number, None)]


def value_at(values, place):
    number, at = place
    return values[number] if at is None else values[number][at]


def filled(values, of_value):
    for number, value in enumerate(values):
        is_list = isinstance(value, list)
        yield [of_value[number, at] for at in range(len(value))] if is_list else of_value[number, None]


def stand_in(number, value):
    """A value of that kind which no other part of a statement has."""
    if isinstance(value, int) and not isinstance(value, bool):
        return 2_147_000_000 + number
    if isinstance(value, datetime):
        return datetime(1001, 1, 1, tzinfo=UTC) + timedelta(days=number)
    if isinstance(value, str):
        return f"the value {number} of a statement"
    raise TypeError(f"Neither a number, nor a text, nor a moment: {value!r}")


def as_stored(value, like=None):
    """like: a parameter in its place. PostgreSQL has several kinds of numbers."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return type(like)(value) if isinstance(like, int) else value
