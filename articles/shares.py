"""
Who shares a story, or a photo, and by how much: equal parts. Whole numbers of one denominator, so that what a database
sums up stays exact.
"""

from collections import Counter
from math import lcm
from typing import NamedTuple

from articles.models.printed import BESIDE_THE_WRITERS


class Parts(NamedTuple):
    """Of `whole` parts: among the people of one role, and among all who share."""

    whole: int
    of_role: int
    of_all: int


def shares_of_story(credits):
    """
    {(person, role): Parts} of the names in a story's line. Writers share it; whoever stands there in two roles has one
    share, half of it in each. An editor or a photographer shares among their kind alone.
    """
    credits = set(credits)
    people_in = Counter(role for _person, role in credits)
    writers = [credit for credit in credits if credit[1] not in BESIDE_THE_WRITERS]
    among_all = _among_all(writers)
    whole = lcm(*people_in.values(), *among_all.values())
    return {
        credit: Parts(whole, whole // people_in[credit[1]], whole // among_all.get(credit, people_in[credit[1]]))
        for credit in credits
    }


def shares_of_photo(credits):
    """The same of the names under a photo: all of them took it."""
    among_all = _among_all(set(credits))
    whole = lcm(*among_all.values())
    return {credit: Parts(whole, whole // among, whole // among) for credit, among in among_all.items()}


def _among_all(credits):
    """{credit: of how many equal parts it has one}"""
    roles_of = Counter(person for person, _role in credits)
    return {(person, role): len(roles_of) * roles_of[person] for person, role in credits}
