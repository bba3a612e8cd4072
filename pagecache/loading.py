"""Records that stand on many pages say so themselves when they are read for one: nobody can forget it."""

from pagecache.showing import is_recorded, shows


class SaysItself:
    """Mixed into a model. Rows that are read as values, without a record, are said by whoever reads them."""

    shown_as = ""  # a kind; a record that is read without `shown_with` is only led to, and has no name there
    shown_with = ""

    @classmethod
    def from_db(cls, db, field_names, values):
        record = super().from_db(db, field_names, values)  # type: ignore[misc]
        if is_recorded() and (not cls.shown_with or cls.shown_with in field_names):
            shows(cls.shown_as, record.pk)
        return record
