"""Whom a file credits: the names among its words, and 通讯员马敏 摄 at the end of its caption, which is no caption."""

from dataclasses import dataclass, field, replace

from bylines import register
from bylines.credits import PHOTOGRAPHER, Credit
from bylines.finding import alone, at_tail
from bylines.models import Contributor
from media.crediting import STANDINGS
from wording.folding import fold

LONGEST_TAIL = 60
MOST_CREATORS = 8
LONGEST_NAME = 6


@dataclass
class Credited:
    caption: str = ""  # without the credit at its end
    credits: list[Credit] = field(default_factory=list)
    words: str = ""  # the credit as it stood there
    source: str = ""
    register: dict[str, list[Contributor]] = field(default_factory=dict)


def credited_in(photo):
    """Everybody in the register whose name stands in these words."""
    caption, creators = photo.said("caption"), photo.said("creators", [])[:MOST_CREATORS]
    credited = Credited(caption, register=people_named([caption[-LONGEST_TAIL:], *creators]))
    take_tail(credited)
    for text in creators if not credited.credits else []:
        take_creator(credited, text)
    return credited


def people_named(texts):
    names = {
        text[start : start + length]
        for text in texts
        for start in range(min(len(text), LONGEST_TAIL))
        for length in range(2, LONGEST_NAME + 1)
    } | set(texts)
    found = register.people_named(names) if any(texts) else {}
    return {name: people for name, people in found.items() if people}


def take_tail(credited):
    folded, known = fold(credited.caption), frozenset(credited.register)
    found = alone(folded, known) or at_tail(folded, known)
    if not found:
        return
    credited.credits = as_photographers(found.line)
    credited.source = found.line.image_source
    credited.words = unwrapped(credited.caption[found.start :].strip())
    credited.caption = credited.caption[: found.start].rstrip()


def unwrapped(words):
    """（通讯员马敏 摄） stands in brackets in a caption, and by itself needs none."""
    return words[1:-1].strip() if words[:1] in ("（", "(") and words[-1:] in ("）", ")") else words


def take_creator(credited, text):
    """A name alone, a line of credits, or words that the grammar cannot read: those are a name nobody knows."""
    found = None if text in credited.register else alone(fold(text), frozenset(credited.register), bare=True)
    if found and not found.line.unsure:
        credited.credits += as_photographers(found.line)
        credited.source = credited.source or found.line.image_source
    else:
        credited.credits.append(Credit(text, PHOTOGRAPHER))


def as_photographers(line):
    """通讯员马敏 among the creators took the picture, standing as correspondent."""
    return list(line.photographers) or [
        replace(credit, role=PHOTOGRAPHER, standing=credit.role if credit.role in STANDINGS else "")
        for credit in line.credits
    ]
