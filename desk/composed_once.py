"""
Questions that readers' pages ask again and again. Django puts a query together anew each time, which takes several
times as long as the database takes to answer; asked through here it does so once in the life of a process.

    STORY = Question(lambda: Article.objects.once_published(Asked("now")).filter(pk=Asked("story")))
    article = STORY.first(now=timezone.now(), story=12)

The queryset says the question, with `Asked` wherever a value may be another one the next time, the clock too. It is
composed at first use, for each kind of database by itself; all else that stands in it is the same for ever.
"""

from functools import cached_property

from django.db import connection
from django.db.models import Value
from django.db.models.query import ModelIterable, get_related_populators


class Asked(Value):
    """Where a value will stand. For any number of them: `photo__pk__in=[Asked("photos")]`."""

    def __init__(self, name):
        super().__init__(name)
        self.name = name

    def __str__(self):
        raise TypeError(f"{self.name} is still to come and has no text yet")

    def as_sql(self, compiler, connection):
        return "%s", [self]


class Question:
    """rows: makes the queryset, of records (without prefetches) or of values."""

    every: "list[Question]" = []  # a test looks whether the clock or the like has crept into one

    def __init__(self, rows):
        self.rows = rows
        self.composed = {}
        self.every.append(self)

    def ask(self, **values):
        """A list of records; of tuples, where the queryset has values_list()."""
        composed = self.composed.get(connection.vendor)
        if composed is None:
            composed = self.composed[connection.vendor] = Composed(self.rows())
        return composed.ask(values)

    def first(self, **values):
        return next(iter(self.ask(**values)), None)


class Composed:
    """What Django's compiler found out about a queryset, for one kind of database."""

    def __init__(self, rows):
        compiler = rows.query.get_compiler(connection=connection)
        sql, self.params = compiler.as_sql()
        self.head, *self.pieces = sql.split("%s")
        if len(self.pieces) != len(self.params):
            raise ValueError(f"A percent sign stands in the question itself: {sql}")
        self.compiler = compiler
        self.is_of_records = rows._iterable_class is ModelIterable
        self.converters = compiler.get_converters([column for column, _sql, _name in compiler.select]).items()

    def ask(self, values):
        with connection.cursor() as cursor:
            cursor.execute(*self.filled_in(values))
            rows = cursor.fetchall()
        rows = self.converted(rows) if self.converters else rows
        return [self.record(row) for row in rows] if self.is_of_records else list(rows)

    def filled_in(self, values):
        """The SQL and its parameters. Of a list without anything in it: NULL, which nothing equals."""
        adapted, said, params = connection.ops.adapt_unknown_value, [self.head], []
        for param, piece in zip(self.params, self.pieces, strict=True):
            value = values[param.name] if isinstance(param, Asked) else param
            if isinstance(value, list):
                said.append(", ".join(["%s"] * len(value)) or "NULL")
                params += map(adapted, value)
            else:
                said.append("%s")
                params.append(adapted(value))
            said.append(piece)
        return "".join(said), params

    def converted(self, rows):
        """As the fields have the values in Python."""
        for row in map(list, rows):
            for at, (converters, column) in self.converters:
                for converter in converters:
                    row[at] = converter(row[at], column, connection)
            yield tuple(row)

    def record(self, row):
        """As Django makes it of a row."""
        model, start, end, names = self.own_columns
        record = model.from_db(connection.alias, names, row[start:end])
        for populator in self.populators:
            populator.populate(row, record)
        for name, at in self.compiler.annotation_col_map.items():
            setattr(record, name, row[at])
        return record

    @cached_property
    def own_columns(self):
        columns = self.compiler.klass_info["select_fields"]
        start, end = columns[0], columns[-1] + 1
        names = [column.target.attname for column, _sql, _name in self.compiler.select[start:end]]
        return self.compiler.klass_info["model"], start, end, names

    @cached_property
    def populators(self):
        klass_info, select = self.compiler.klass_info, self.compiler.select
        return get_related_populators(klass_info, select, connection.alias)  # type: ignore[call-arg]
