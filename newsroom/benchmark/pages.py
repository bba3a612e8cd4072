"""The kinds of pages that are measured, and what each may cost beside the yardstick."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """
    path: ours; plain: the same page of the yardstick. at_most: the ratio that is aimed at. steps: so many times its own
    link to what comes next is followed first. saves: the form of that address is sent off with a changed headline, and
    what that changes is rolled back. questions: put to the index in turn instead (newsroom.benchmark.to_the_index).
    """

    kind: str
    path: str
    plain: str = ""
    at_most: float | None = None
    steps: int = 0
    is_desk: bool = False
    saves: bool = False
    questions: tuple = ()
