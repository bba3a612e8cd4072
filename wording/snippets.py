"""Where the words of a question stand in a text: marked in a headline, and in a story cut out with what is around them.

Texts come back as (text, is_hit) pieces, and whoever prints them escapes them. Terms are folded as the index folds, and
their runs stand a space apart: whatever parts them in the text is marked too (劳模、工匠 for the phrase “劳模 工匠”).
"""

import re
from bisect import bisect_left

from wording.bigrams import HAN, folded, is_han

SENTENCE_ENDS = "。！？；"
CLAUSE_ENDS = SENTENCE_ENDS + "，、：,;"
OPENING = "，、；：—…“‘（《 "  # marks that nothing is cut off behind
CUT = "……"
LINE_AFTER_MARK = re.compile(r"(?<=[。！？；：…”’）》])\n")
OTHER_LETTER = rf"[^\W_{HAN}]"
BETWEEN_RUNS = r"[\W_]*"
WINDOWS = 200  # places looked at: a word that stands everywhere is well shown by any of them


def marked(text, terms):
    """The whole text, in pieces."""
    return pieces(text, hits(text, terms), 0, len(text))


def snippet(text, terms, around=45):
    """
    In one line, the part of the text where most of the terms stand close together, about twice so many characters,
    begun at a sentence or a clause where one is near. Nothing where none of them stands.
    """
    text = LINE_AFTER_MARK.sub("", text).replace("\n", " ")
    found = hits(text, terms)
    if not found:
        return []
    start, end = densest(found, folded(text), 2 * around)
    start = beginning(text, max(0, start - around // 2), start)
    end = ending(text, end, start + 2 * around)
    opened = [(CUT, False)] if start else []
    closed = [(CUT, False)] if end < len(text) else []
    return [*opened, *pieces(text, found, start, end), *closed]


def hits(text, terms):
    """(start, end) of every place where one of the terms stands; of those that overlap the first and longest."""
    words = sorted(filter(None, (term.split() for term in terms)), key=lambda runs: -sum(map(len, runs)))
    if not words:
        return []
    return [match.span() for match in re.finditer("|".join(map(saying, words)), folded(text))]


def saying(runs):
    """A pattern of the runs. Letters and figures of the West are found as whole words: AI does not stand in MAIN."""
    before = "" if is_han(runs[0]) else f"(?<!{OTHER_LETTER})"
    after = "" if is_han(runs[-1]) else f"(?!{OTHER_LETTER})"
    return before + BETWEEN_RUNS.join(map(re.escape, runs)) + after


def densest(found, text, width):
    """The first of the stretches of that width that hold the most different terms: where its hits begin and end."""
    ends = [end for _start, end in found]

    def stretch(index):
        start = found[index][0]
        within = found[index : max(bisect_left(ends, start + width + 1), index + 1)]
        return len({text[first:last] for first, last in within}), -index, (start, within[-1][1])

    return max(map(stretch, range(min(len(found), WINDOWS))))[-1]


def beginning(text, earliest, hit):
    """Where to begin between the two: at a sentence, else at a clause, else as early as may be."""
    if not earliest:
        return 0
    for marks in (SENTENCE_ENDS, CLAUSE_ENDS):
        for place in range(earliest, hit + 1):
            if text[place - 1] in marks:
                return place
    return earliest


def ending(text, hit, latest):
    """Where to end, not before the hit does."""
    if latest >= len(text):
        return len(text)
    return max(hit, len(text[:latest].rstrip(OPENING)))


def pieces(text, found, start, end):
    """What stands between two places, cut at the hits."""
    row, place = [], start
    for first, last in found:
        first, last = max(first, start), min(last, end)
        if first < last:
            row += [(text[place:first], False), (text[first:last], True)]
            place = last
    return [piece for piece in [*row, (text[place:end], False)] if piece[0]]
