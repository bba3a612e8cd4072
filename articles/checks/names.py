"""Names that a text prints as credits, （记者李凡）, and that the register of contributors does not know."""

import re

from django.utils.translation import gettext_lazy as _

from articles.checks.register import Check, Found, Level
from bylines.finding import at_head, at_tail
from bylines.line import NO_ONE
from bylines.register import names_known
from wording.folding import fold

DATELINE = re.compile(
    r"[\s\u3000]*(?:本[报网]讯|本报[^，。：（()）\s]{1,10}讯|[^，。：（()）]{2,16}[日社]电)[\s\u3000]*"
)
LONGEST_LINE = 160


def credited(text):
    """(name, start, end) for every name in a credit before the text, behind its dateline, or after it."""
    words = fold(text.words).rstrip()
    dateline = DATELINE.match(words)
    begins = dateline.end() if dateline else 0
    head = at_head(words[begins:].partition("\n")[0], after_dateline=bool(dateline))
    last = words.rfind("\n") + 1
    tail = at_tail(words[last:])
    found = [*named(words, begins, head), *named(words, last, tail)]
    return list(dict.fromkeys(found))


def named(words, start, found):
    """Where the names of the credit stand; those that the reader was not sure of are left out."""
    line = found.line if found else NO_ONE
    for credit in (*line.credits, *line.photographers):
        at = words.find(credit.name, start + found.start, start + found.start + LONGEST_LINE)
        if at >= 0 and credit.name not in line.unsure:
            yield credit.name, at, at + len(credit.name)


def all_credited(together):
    return {
        (story.number, text.name): credited(text)
        for story in together.stories
        for text in story.texts.values()
        if text.name == "body" or text.name.startswith("caption-")
    }


def registered(together):
    """One query for the names of all stories."""
    return names_known({name for found in together.ask(all_credited).values() for name, _start, _end in found})


def unknown_names(story):
    known, credits = story.together.ask(registered), story.together.ask(all_credited)
    for text in story.texts.values():
        for name, start, end in credits.get((story.number, text.name), ()):
            if name not in known:
                at, till = text.read.place(start, end)
                yield Found(text.name, at, till, said={"name": name})


NAME_CHECKS = [
    Check("name-unknown", Level.WARNING, _("The register does not know %(name)s."), unknown_names),
]
