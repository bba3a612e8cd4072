"""One file's lines into their table. What the database will not have is said with its file and line."""

from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import Exists, ForeignKey, OuterRef
from django.utils.translation import gettext as _

from desk.batches import in_batches
from newsroom.handover import HandoverError
from newsroom.handover.contents import absent_fields, fields_of
from newsroom.handover.lines import LineError, Reader, is_json

AT_ONCE = 500


class Loader:
    """Of one model's rows, within the transaction of them all."""

    def __init__(self, place, model, records, requested):
        self.place, self.model, self.records = place, model, records
        self.fields = fields_of(model, requested)
        self.filled = [(model._meta.get_field(name), make) for name, make in absent_fields(model, requested).items()]
        self.reader = Reader(self.fields, connection.alias)

    def load(self):
        count = 0
        with self.place.open(self.records.file) as file:
            for batch in in_batches(enumerate(file, 1), AT_ONCE):
                self.write(batch)
                count += len(batch)
        if count != self.records.rows:
            self.refuse(count, _("there should be %(rows)d lines") % {"rows": self.records.rows})
        self.look_at_keys()
        return count

    def write(self, batch):
        rows = [(number, self.row(number, line)) for number, line in batch]
        try:
            with transaction.atomic():
                self.insert([row for _number, row in rows])
        except (DatabaseError, ValueError):
            self.find_fault(rows)
            raise

    def row(self, number, line):
        try:
            return self.prepared(self.reader.row(line))
        except (LineError, UnicodeDecodeError) as problem:
            self.refuse(number, problem)

    def prepared(self, values):
        """As the database takes them, with those that were not handed over."""
        pairs = [*zip(self.fields, values, strict=True), *((field, make()) for field, make in self.filled)]
        return [in_database(field, value) for field, value in pairs]

    def insert(self, rows):
        columns = [field.column for field in (*self.fields, *(field for field, _make in self.filled))]
        quote = connection.ops.quote_name
        names, marks = ", ".join(map(quote, columns)), ", ".join(["%s"] * len(columns))
        with connection.cursor() as cursor:
            cursor.executemany(f"INSERT INTO {quote(self.model._meta.db_table)} ({names}) VALUES ({marks})", rows)  # noqa: S608

    def find_fault(self, rows):
        """One by one, until the one that is refused."""
        for number, row in rows:
            try:
                with transaction.atomic():
                    self.insert([row])
            except (DatabaseError, ValueError) as problem:
                self.refuse(number, problem)

    def look_at_keys(self):
        """Now, and not at the end: PostgreSQL would remember every key until then."""
        try:
            with transaction.atomic():
                connection.check_constraints([self.model._meta.db_table])
        except IntegrityError as problem:
            self.refuse(self.line_of(self.stray()), problem)

    def stray(self):
        """The key of a row that names another which is not there."""
        for field in self.fields:
            if isinstance(field, ForeignKey):
                there = field.related_model._base_manager.filter(pk=OuterRef(field.attname))
                found = self.model._base_manager.exclude(**{field.name: None}).filter(~Exists(there)).first()
                if found:
                    return found.pk
        return None

    def line_of(self, key):
        place = [field.primary_key for field in self.fields].index(True)
        with self.place.open(self.records.file) as file:
            return next((number for number, line in enumerate(file, 1) if self.reader.row(line)[place] == key), 0)

    def refuse(self, number, problem):
        words = {"file": self.records.file, "line": number, "problem": str(problem).strip()}
        told = _("%(file)s, line %(line)d: %(problem)s. Nothing was imported.") % words
        raise HandoverError(told) from (problem if isinstance(problem, Exception) else None)


def in_database(field, value):
    if value is None and is_json(field) and not field.null:
        return field.get_db_prep_value(None, connection)
    return field.get_db_prep_save(value, connection)
