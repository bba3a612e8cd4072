"""Works and cards as hypothesis draws them, and plain ones by name."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from fees.reckoning.cards import Card, GradePay, Rate, Unpaid
from fees.reckoning.lengths import LengthRule, Measure, Part
from fees.reckoning.works import Kind, Piece, Sharer, Work

FIRST, LAST = date(2023, 3, 1), date(2023, 3, 31)
LAW = LengthRule(Measure.CHARACTERS, 1000, Part.HALF_BELOW, 500)
VERSE = LengthRule(Measure.LINES, 10, Part.WHOLE)
EXACT = LengthRule(Measure.CHARACTERS, 1000, Part.EXACT)
ROLES = ("correspondent", "special_correspondent", "reporter")


def yuan(text):
    return Decimal(text)


def plain_card(*rates, **fields):
    rates = rates or (Rate(1, Kind.STORY, yuan("100"), LAW), Rate(2, Kind.PHOTO, yuan("30")))
    return Card(**{"key": 1, "begins_on": FIRST, "rates": rates, "paid_roles": frozenset(ROLES[:2]), **fields})


def story(*people, article=1, role="correspondent", **fields):
    sharers = tuple(Sharer(person, role) for person in people or (7,))
    return Work(**{"piece": Piece(article), "printed_on": FIRST, "sharers": sharers, "characters": 800, **fields})


amounts = st.decimals(0, 9999, places=2)
rules = st.builds(
    LengthRule, st.sampled_from(Measure), st.sampled_from([10, 100, 1000]), st.sampled_from(Part), st.integers(0, 500)
)
sharers = st.lists(
    st.builds(Sharer, st.integers(1, 12), st.sampled_from(ROLES), st.integers(1, 9)),
    max_size=5,
    unique_by=lambda sharer: sharer.contributor,
).map(tuple)
works = st.lists(
    st.builds(
        Work,
        piece=st.builds(Piece, st.integers(1, 40), st.integers(0, 2)),
        printed_on=st.integers(0, 30).map(lambda days: FIRST + timedelta(days=days)),
        sharers=sharers,
        characters=st.integers(0, 6000),
        lines=st.integers(0, 80),
        genre=st.sampled_from([None, 1, 2]),
        column=st.sampled_from([None, 1, 2]),
        page=st.sampled_from(["", "01", "02"]),
        page_name=st.sampled_from(["", "副刊"]),
        grade=st.sampled_from([None, 1, 2]),
    ),
    max_size=25,
    unique_by=lambda work: work.piece,
)


def rate(key, kind, **fields):
    return st.builds(
        Rate,
        key=st.just(key),
        kind=st.just(kind),
        amount=amounts,
        rule=st.none() | rules,
        most=st.none() | amounts,
        **fields,
    )


asking = {
    "genre": st.sampled_from([None, 1]),
    "column": st.sampled_from([None, 2]),
    "page": st.sampled_from(["", "01", "副刊"]),
}
cards = st.builds(
    Card,
    key=st.just(1),
    begins_on=st.just(FIRST),
    # The first two fit everything.
    rates=st.tuples(
        rate(1, Kind.STORY), rate(2, Kind.PHOTO), rate(3, Kind.STORY, **asking), rate(4, Kind.PHOTO, **asking)
    ),
    paid_roles=st.frozensets(st.sampled_from(ROLES)),
    grades=st.dictionaries(st.sampled_from([1, 2]), st.builds(GradePay, st.decimals(1, 3, places=2), amounts)),
    unpaid=st.sampled_from(Unpaid),
    most_a_month=st.none() | amounts,
)
