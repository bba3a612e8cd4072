"""
What is expected, said by hand from docs/RIGHTS.md. One line is an address, or an address with an object that stands
for the {} in it; one letter is a visitor, in the order of VISITORS: nobody, without a group, 记者, 部门编辑, 编辑,
总编, 摄影, 财务, superuser. One letter alone is everybody's.
"""

from typing import NamedTuple

from tests.permissions.table.collections import MODELS, of_models
from tests.permissions.table.fees import FEES
from tests.permissions.table.machines import DESK, DOORS
from tests.permissions.table.planning import PLANNING
from tests.permissions.table.readers import READERS
from tests.permissions.table.stories import STORIES
from tests.permissions.table.things import THINGS
from tests.permissions.visitors import VISITORS

LETTERS = {
    ".": "refused: sign in first, or 403, 404, 405; nothing is done",
    "r": "is shown; what is sent there does nothing",
    "w": "is shown, and what is sent there is taken",
    "p": "takes what is sent; there is no page to look at",
    ">": "leads on to another address",
    "x": "410: that it is gone, and not what it was",
}
SECTIONS = {
    "Readers' addresses": READERS,
    "The doors": DOORS,
    "The desk": DESK,
    "Stories": STORIES,
    "Issues, pages, the board": PLANNING,
    "Photos, letters, texts, accounts": THINGS,
    "Fees": FEES,
    "Lists and forms": of_models(MODELS),
}


class Row(NamedTuple):
    address: str
    thing: str  # what stands for {}
    cells: str


def rows(section):
    for address, expected in section.items():
        for thing, cells in expected.items() if isinstance(expected, dict) else [("", expected)]:
            yield Row(address, thing, cells * len(VISITORS) if len(cells) == 1 else cells)


ROWS = [row for section in SECTIONS.values() for row in rows(section)]
