"""
Where a long list goes on: behind a row, by the values of the list's order. Both databases compare whole rows,
(published_at, id) < (…, …), and walk their index from that very place; the same said with OR reads more of it.
"""

from django.db.models import BooleanField, Expression, F, Func, Q, Value


class RowBeyond(Func):
    """(column, column) < (value, value), or >."""

    output_field = BooleanField()

    def __init__(self, *sides, way):
        super().__init__(*sides)
        self.way = way

    def as_sql(self, compiler, connection, **extra_context):  # type: ignore[override]
        sides = [compiler.compile(expression) for expression in self.source_expressions]
        half = len(sides) // 2
        columns, values = (", ".join(sql for sql, _params in side) for side in (sides[:half], sides[half:]))
        return f"({columns}) {self.way} ({values})", [value for _sql, params in sides for value in params]


def beyond(order, values):
    """What comes after those values in that order, as a condition. None of the columns is ever empty."""
    names, ways = [name.lstrip("-") for name in order], {name.startswith("-") for name in order}
    if len(ways) == 1 and len(order) > 1:
        return Q(RowBeyond(*map(F, names), *map(said, values), way="<" if ways.pop() else ">"))
    return beyond_in_turns(order, values)


def said(value):
    """In a question that is composed once the values are still to come (desk.composed_once)."""
    return value if isinstance(value, Expression) else Value(value)


def rows_beyond(rows, order, values):
    """
    Their bound is said first: of two on one column SQLite starts at the one that it reads first, and from that of what
    is out by now it would walk through all that is newer.
    """
    rows = rows.filter(beyond(order, values))
    conditions = rows.query.where.children
    conditions.insert(0, conditions.pop())
    return rows


def beyond_in_turns(order, values):
    """Where one column rises and another falls, no rows compare. The first one's bound is said apart, for its index."""
    later, same = Q(), Q()
    for name, value in zip(order, values, strict=True):
        bare, way = name.lstrip("-"), "lt" if name.startswith("-") else "gt"
        later |= same & Q(**{f"{bare}__{way}": value})
        same &= Q(**{bare: value})
    first, way = order[0].lstrip("-"), "lte" if order[0].startswith("-") else "gte"
    return later & Q(**{f"{first}__{way}": values[0]}) if len(order) > 1 else later
