"""
Questions that are asked again and again. Django puts a query together anew each time, which takes several times as long
as the database takes to answer; asked through here it does so once in the life of a process.

    STORY = Question(lambda now, story: Article.objects.once_published(now).filter(pk=story))
    article = STORY.first(now=timezone.now(), story=12)

The function says the queryset, for any values of its parameters, the clock too: all else that stands in it is the same
for ever. It is called with `Asked` in their places, so it may hand them on to conditions, and neither read them nor
choose by them. A list is any number of values: `filter(pk__in=stories)`.

A value is of the kind that its column has: a number (a record's key, and not the record), a text, a moment, a day, or a
list of them. Whatever else comes (None, a set, a moment without its zone) Django is asked with as ever.

ValueError, when it is composed: a value is no part of the statement, there are prefetches, or rows that are neither
records nor values_list(). TransactionManagementError, as from Django: rows are held outside a transaction.
"""

from datetime import date, datetime
from functools import cached_property
from inspect import Parameter, signature
from weakref import WeakSet

from django.core.exceptions import EmptyResultSet
from django.db import connections, transaction
from django.db.models import Expression
from django.utils.timezone import is_aware

from desk.composed_rows import converters_of, reading_of, width_of
from desk.numbers import LARGEST


class Asked(Expression):
    """Where a value will stand."""

    def __init__(self, name):
        super().__init__()
        self.name = name

    def __str__(self):
        raise TypeError(f"{self.name} is still to come and has no text yet")

    def as_sql(self, compiler, connection):
        return "%s", [self]

    def get_group_by_cols(self):
        return []


class Question:
    """rows: makes the queryset. names: of values that it takes as **keywords."""

    every: "WeakSet[Question]" = WeakSet()  # a test looks whether the clock or the like has crept into one

    def __init__(self, rows, *names):
        own = [name for name, said in signature(rows).parameters.items() if said.kind is not Parameter.VAR_KEYWORD]
        self.rows, self.names = rows, [*own, *names]
        self.statements = {}  # of each database (two may differ in more than their kind), by which lists are empty
        self.every.add(self)

    def ask(self, **values):
        """A list: of records, of tuples, or of the values of the one column. Names that it does not have do nothing."""
        asked = {name: values[name] for name in self.names}
        if not all(map(is_usual, asked.values())):
            return list(self.rows(**asked))
        alias, empty = self.composed.db, tuple(name for name, value in asked.items() if value == [])
        statement = self.statements.get((alias, empty))
        if statement is None:
            statement = self.statements[alias, empty] = self.statement(alias, empty)
        return statement.answer(asked)

    def first(self, **values):
        """Or None. The queryset says itself that it wants no more than one."""
        return next(iter(self.ask(**values)), None)

    def statement(self, alias, empty=()):
        """empty: names of lists with nothing in them. Django knows what that leaves, also where they are excluded."""
        rows = self.rows(**{name: [] if name in empty else Asked(name) for name in self.names})
        try:
            return Statement(rows, alias, () if empty else self.names)
        except EmptyResultSet:
            return Nothing()

    @cached_property
    def composed(self):
        """Knows which database to ask: from the router, each time. No SQL is made of it, which would change it."""
        return self.rows(**{name: Asked(name) for name in self.names})


class Nothing:
    """Where Django knows without the database that there is nothing."""

    def answer(self, values):
        return []


class Statement:
    """What Django found out about a queryset for one database. Threads share it: it keeps nobody's connection."""

    def __init__(self, rows, alias, names):
        """names: of values that have to stand in it. An empty list takes away what stands beside it in a condition."""
        compiler = rows.query.get_compiler(using=alias)
        self.alias, self.is_held = alias, rows.query.select_for_update
        self.sql, self.params = compiler.as_sql()
        self.pieces = self.sql.split("%s")
        if len(self.pieces) != len(self.params) + 1:
            raise ValueError(f"A percent sign stands in the question itself: {self.sql}")
        if unsaid := set(names) - {param.name for param in self.params if isinstance(param, Asked)}:
            raise ValueError(f"These values are no part of the statement: {sorted(unsaid)}")
        self.width, self.read = width_of(compiler), reading_of(rows, compiler, alias)
        self.converters = converters_of(compiler, connections.create_connection(alias))  # which is never opened

    def answer(self, values):
        connection = connections[self.alias]
        if self.is_held and connection.features.has_select_for_update and connection.get_autocommit():
            raise transaction.TransactionManagementError("Rows are held within a transaction.")
        with connection.cursor() as cursor:
            cursor.execute(*self.filled_in(values, connection.ops.adapt_unknown_value))
            rows = cursor.fetchall()
        return [self.read(row) for row in self.converted(rows, connection)]

    def filled_in(self, values, adapted):
        """The SQL and its parameters. Those that are the same for ever Django has adapted already."""
        said, params = [self.pieces[0]], []
        for param, piece in zip(self.params, self.pieces[1:], strict=True):
            several = [param]
            if isinstance(param, Asked):
                value = values[param.name]
                several = [adapted(each) for each in (value if isinstance(value, list) else [value])]
            params += several
            said += ", ".join(["%s"] * len(several)), piece
        return "".join(said), params

    def converted(self, rows, connection):
        """As the fields have the values in Python."""
        for row in rows:
            row = list(row[: self.width])
            for at, converters, column in self.converters:
                for convert in converters:
                    row[at] = convert(row[at], column, connection)
            yield row


def is_usual(value):
    """It stands in SQL as it is."""
    if isinstance(value, list):
        return all(not isinstance(each, list) and is_usual(each) for each in value)
    if isinstance(value, int):
        return abs(value) <= LARGEST
    return is_aware(value) if isinstance(value, datetime) else isinstance(value, (str, date))
