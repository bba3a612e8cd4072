"""The paper's own list of phrases, looked for in all texts at once."""

from functools import lru_cache
from typing import NamedTuple

import ahocorasick
from django.db import connection
from django.utils.translation import gettext_lazy as _

from articles.checks.register import Check, Found
from articles.models.phrase import Level, Phrase


class Match(NamedTuple):
    start: int
    end: int
    phrase: Phrase


class Phrases:
    def __init__(self, phrases):
        self.automaton = ahocorasick.Automaton(ahocorasick.STORE_ANY)
        for phrase in phrases:
            self.automaton.add_word(phrase.text, phrase)
        self.is_empty = not phrases
        if phrases:
            self.automaton.make_automaton()

    def find(self, words):
        """Each place once, the longest phrase first; where it is written as it should be already, nothing."""
        end = 0
        for found in sorted(self._all(words), key=lambda match: (match.start, -match.end)):
            if found.start >= end and not is_right(words, found):
                end = found.end
                yield found

    def _all(self, words):
        if self.is_empty:
            return
        for last, phrase in self.automaton.iter(words):
            yield Match(last + 1 - len(phrase.text), last + 1, phrase)


def is_right(words, found):
    """总工会 where 浙江省总工会 is to be written, and is."""
    offset = found.phrase.suggestion.find(found.phrase.text)
    return offset >= 0 and words.startswith(found.phrase.suggestion, max(found.start - offset, 0))


STATE = "SELECT COUNT(*), MAX(updated_at), MAX(id) FROM articles_phrase"


def phrases_of(together):
    """The list as it is now; made ready once in a process for each state of it."""
    with connection.cursor() as cursor:
        cursor.execute(STATE)
        return made_ready(cursor.fetchone())


@lru_cache(maxsize=2)
def made_ready(state):
    return Phrases(list(Phrase.objects.all()))


def of_kind(kind):
    def find(story):
        phrases = story.together.ask(phrases_of)
        for text in story.texts.values():
            for found in phrases.find(text.words):
                if found.phrase.kind == kind:
                    yield shown(text, found)

    return find


def shown(text, found):
    phrase = found.phrase
    said = {"phrase": phrase.text, "suggestion": phrase.suggestion, "note": phrase.note}
    start, end = text.read.place(found.start, found.end)
    return Found(
        text.name,
        start,
        end,
        suggestion=phrase.suggestion or None,
        said=said,
        level=phrase.level,
        message=phrase.note,
    )


PHRASE_CHECKS = [
    Check("phrase-banned", Level.ERROR, _("The paper does not print “%(phrase)s”."), of_kind(Phrase.Kind.BANNED)),
    Check(
        "phrase-fixed",
        Level.WARNING,
        _("The paper writes “%(suggestion)s” for “%(phrase)s”."),
        of_kind(Phrase.Kind.FIXED),
    ),
    Check("phrase-careful", Level.NOTICE, _("“%(phrase)s” is used with care."), of_kind(Phrase.Kind.CAREFUL)),
]
