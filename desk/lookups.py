"""A list of numbers may be asked for by anybody. SQLite fails of one that is beyond its own, where PostgreSQL finds
nothing: neither is asked for such a one. Django sees to that where a single number is asked for."""

from django.db.models import IntegerField
from django.db.models.lookups import In

from desk.numbers import LARGEST


@IntegerField.register_lookup
class AmongNumbers(In):
    def process_rhs(self, compiler, connection):
        if self.rhs_is_direct_value() and any(is_beyond(number) for number in self.rhs):
            self.rhs = [number for number in self.rhs if not is_beyond(number)]
        return super().process_rhs(compiler, connection)


def is_beyond(number):
    return isinstance(number, int) and not -LARGEST <= number <= LARGEST
