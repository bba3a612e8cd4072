"""What the page is made of: parts, and in each of them lines with a value and how it is to be taken."""

from typing import NamedTuple

GOOD, DOUBTFUL, BAD, PLAIN = "good", "doubtful", "bad", "plain"


class Row(NamedTuple):
    name: object
    value: object
    state: str = PLAIN
    words: object = ""


class Part(NamedTuple):
    title: object
    rows: list


def judged(is_good, otherwise=BAD):
    return GOOD if is_good else otherwise
