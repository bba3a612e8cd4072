"""Many rows into empty tables, all or none: without their indexes, which are made anew behind the last row."""

from abc import ABC, abstractmethod
from contextlib import contextmanager

from django.core.management.color import no_style
from django.db import connection, transaction

from newsroom.archive.tables import tables


class Loader(ABC):
    """Of one database. `write` takes rows as newsroom.archive.tables names their columns."""

    @abstractmethod
    def in_haste(self):
        """A context: within it the database does what it does for an archive alone."""

    @abstractmethod
    def take_indexes_down(self):
        """Returns the statements that make them anew."""

    @abstractmethod
    def write_rows(self, table, rows): ...

    @abstractmethod
    def learn(self):
        """What the planner wants to know of so many rows."""

    def __init__(self):
        self.tables = tables(connection)
        self.models = list(self.tables)
        self.written = dict.fromkeys(self.tables, 0)

    def write(self, batch):
        """batch: [(number of the table, rows)]"""
        for number, rows in batch:
            model = self.models[number]
            self.write_rows(self.tables[model], rows)
            self.written[model] += len(rows)

    @property
    def names(self):
        return [table.name for table in self.tables.values()]

    def execute(self, *statements):
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)

    def rows_of(self, question, params):
        with connection.cursor() as cursor:
            cursor.execute(question, params)
            return cursor.fetchall()

    @contextmanager
    def loading(self):
        """Within it rows are written. Whoever breaks it off leaves nothing behind."""
        with self.in_haste(), transaction.atomic():
            again = self.take_indexes_down()
            yield self
            self.execute(*again)
            self.execute(*connection.ops.sequence_reset_sql(no_style(), list(self.tables)))
        self.learn()


class SQLiteLoader(Loader):
    HASTE = ("foreign_keys = OFF", "journal_mode = DELETE", "synchronous = OFF", "cache_size = -64000", "threads = 2")
    INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({names})"

    @contextmanager
    def in_haste(self):
        """
        The journal of old keeps what pages were before: of an empty archive next to nothing, where the write-ahead log
        would keep every row once more. The connection is closed behind it, and opened anew as the settings say.
        """
        if connection.in_atomic_block:
            yield
            return
        connection.ensure_connection()
        try:
            self.execute(*(f"PRAGMA {pragma}" for pragma in self.HASTE))
            yield
        finally:
            connection.close()

    def take_indexes_down(self):
        marks = ", ".join(["%s"] * len(self.names))
        indexes = self.rows_of(self.INDEXES.format(names=marks), self.names)
        self.execute(*(f'DROP INDEX "{name}"' for name, _sql in indexes))
        return [sql for _name, sql in indexes]

    def write_rows(self, table, rows):
        columns = ", ".join(f'"{name}"' for name in (*table.columns, *table.constants))
        values = ", ".join(["?"] * len(table.columns) + [literal(value) for value in table.constants.values()])
        statement = f'INSERT INTO "{table.name}" ({columns}) VALUES ({values})'  # noqa: S608
        connection.connection.executemany(statement, rows)

    def learn(self):
        """It plans by the indexes alone, as for a newsroom that has grown."""


class PostgreSQLLoader(Loader):
    HASTE = ("SET synchronous_commit = off", "SET maintenance_work_mem = '200MB'")
    CONSTRAINTS = """
        SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint
        WHERE contype IN ('f', 'u') AND conrelid::regclass::text = ANY(%s) ORDER BY contype DESC, conname
    """
    INDEXES = """
        SELECT quote_ident(index.relname), pg_get_indexdef(index.oid) FROM pg_index
        JOIN pg_class AS index ON index.oid = indexrelid
        WHERE indrelid::regclass::text = ANY(%s) AND NOT indisprimary
        AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype = 'u') ORDER BY 1
    """

    @contextmanager
    def in_haste(self):
        self.execute(*self.HASTE)
        try:
            yield
        finally:
            if not connection.in_atomic_block:
                connection.close()

    def take_indexes_down(self):
        self.execute("SET CONSTRAINTS ALL IMMEDIATE")
        constraints = self.rows_of(self.CONSTRAINTS, [self.names])
        indexes = self.rows_of(self.INDEXES, [self.names])
        self.execute(*(f"ALTER TABLE {table} DROP CONSTRAINT {name}" for table, name, _words in constraints))
        self.execute(*(f"DROP INDEX {name}" for name, _words in indexes))
        again = [f"ALTER TABLE {table} ADD CONSTRAINT {name} {words}" for table, name, words in constraints]
        return [*(words for _name, words in indexes), *again]

    def write_rows(self, table, rows):
        columns = ", ".join(f'"{name}"' for name in (*table.columns, *table.constants))
        constants = "".join(f"\t{in_copy(value)}" for value in table.constants.values())
        lines = ["\t".join([in_copy(value) for value in row]) for row in rows]
        with connection.cursor() as cursor, cursor.copy(f'COPY "{table.name}" ({columns}) FROM STDIN') as copy:
            copy.write(f"{constants}\n".join([*lines, ""]))

    def learn(self):
        self.execute(*(f'ANALYZE "{name}"' for name in self.names))


def literal(value):
    """As SQL has it, of a model's default."""
    if value is None:
        return "NULL"
    return str(int(value)) if isinstance(value, int) else "'" + str(value).replace("'", "''") + "'"


def in_copy(value):
    if value is None:
        return r"\N"
    return value.replace("\\", r"\\").replace("\n", r"\n") if type(value) is str else str(value)


def loader():
    return {"sqlite": SQLiteLoader, "postgresql": PostgreSQLLoader}[connection.vendor]()
