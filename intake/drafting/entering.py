"""What drafting may add to the paper's own lists: people to the register, columns to those that run."""

from typing import NamedTuple


class Entering(NamedTuple):
    names: bool
    columns: bool


EVERYTHING = Entering(names=True, columns=True)  # the command: whoever runs it keeps the server
NOTHING = Entering(names=False, columns=False)  # what comes from outside, as a mail does


def entering_of(user):
    """What that colleague may add; nobody adds nothing."""
    if user is None:
        return NOTHING
    return Entering(user.has_perm("bylines.add_contributor"), user.has_perm("articles.add_column"))
