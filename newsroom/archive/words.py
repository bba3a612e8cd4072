"""The words of words.toml, as lists."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).with_name("words.toml")


@dataclass(frozen=True)
class Topic:
    name: str
    channel: int
    nouns: list[str]
    acts: list[str]


@dataclass(frozen=True)
class Words:
    surnames: list[str]
    given: str
    rare: str
    rare_kinds: list[str]
    slots: dict[str, list[str]]
    union: dict[str, list[str]]
    topics: list[Topic]


@lru_cache(maxsize=1)
def read_words():
    said = tomllib.loads(FILE.read_text("utf-8"))
    topics = [_topic(name, line) for name, line in said.pop("topics").items()]
    union = {name: line.split() for name, line in said.pop("union").items()}
    given, rare = said.pop("given"), said.pop("rare")
    lists = {name: line.split() for name, line in said.items()}
    surnames, kinds = lists.pop("surnames"), lists.pop("rare_kinds")
    return Words(surnames, given, rare, kinds, lists, union, topics)


def _topic(name, line):
    channel, nouns, acts = (part.split() for part in line.split("|"))
    return Topic(name, int(channel[0]), nouns, acts)


def name_of_somebody(rng):
    """Of two or three characters."""
    words = read_words()
    return rng.choice(words.surnames) + "".join(rng.choices(words.given, k=rng.choice((1, 2, 2, 2))))
