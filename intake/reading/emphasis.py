"""What a writer set off in Word: the largest lines are headlines, other bold ones subheads."""

from itertools import pairwise

from intake.reading.looks import Look

MOST_SET_OFF, FEW = 0.5, 3  # of the lines; in a file of a few lines more of them may be
LARGE = 1.15  # times the size of the text
AS_LARGE = 0.9  # of the largest
LONGEST_PRELUDE = 200  # what may stand above the first headline: a column, a writer, a note


def looks_of(hints, text):
    """Looks (intake.reading.looks) of the lines that look like a heading (intake.documents.result.Hint). Where half of
    all lines do, as in a poem or a text that is bold throughout, it means nothing."""
    lines = sum(bool(line.strip()) for line in text.split("\n"))
    if len(hints) > max(MOST_SET_OFF * lines, FEW):
        return ()
    largest = max((hint.size for hint in hints), default=0)
    titles = [hint for hint in hints if is_title(hint, largest)]
    groups = groups_of([hint for hint in hints if hint in titles or hint.size >= LARGE], titles, text)
    begins = [group[0].start for group in groups]
    if begins and begins[0] <= LONGEST_PRELUDE:
        begins[0] = 0
    found = [look for number, group in enumerate(groups, start=1) for look in heading(group, titles, number)]
    in_headings = {hint for group in groups for hint in group}
    strong = [hint for hint in hints if hint not in in_headings and hint.signs != ("centred",)]
    found += [Look(hint.start, hint.end, story_at(begins, hint.start), "subhead") for hint in strong]
    return with_texts(sorted(found), begins, len(text))


def is_title(hint, largest):
    return hint.size >= AS_LARGE * largest and (hint.size >= LARGE or "style" in hint.signs or "centred" in hint.signs)


def groups_of(large, titles, text):
    """A headline with the large lines right above and below it."""
    groups = []
    for before, hint in zip([None, *large], large, strict=False):
        if before is not None and not text[before.end : hint.start].strip():
            groups[-1].append(hint)
        else:
            groups.append([hint])
    return [group for group in groups if any(hint in titles for hint in group)]


def heading(group, titles, number):
    first = next(place for place, hint in enumerate(group) if hint in titles)
    for place, hint in enumerate(group):
        part = "headline" if hint in titles else "kicker" if place < first else "subheadline"
        yield Look(hint.start, hint.end, number, part)


def story_at(begins, place):
    return sum(begin <= place for begin in begins)


def with_texts(looks, begins, end):
    """Between the lines set off stands text, a look for each story's stretch of it."""
    edges = sorted({0, end, *begins, *(edge for look in looks for edge in (look.start, look.end))})
    taken = {look.start for look in looks}
    texts = [
        Look(start, stop, story_at(begins, start), "words") for start, stop in pairwise(edges) if start not in taken
    ]
    return tuple(sorted([*looks, *texts]))
