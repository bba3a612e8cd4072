"""What a tool says of a page."""

from typing import NamedTuple

NOT_ASKED = "–"


class Verdict(NamedTuple):
    """mark: what stands in the table; faults: a sentence each, none of them where the page passed.

    why: the reason why the tool did not look at the page.
    """

    mark: str
    faults: tuple[str, ...] = ()
    why: str = ""

    @property
    def passed(self):
        return not self.faults


def counted(faults):
    """A tool that counts errors and gives no marks."""
    return Verdict(str(len(faults)), tuple(faults))


def left_out(why):
    return Verdict(NOT_ASKED, why=why)
