"""Where in its source a doubt of a story stands, as far as its words tell."""

from intake.reading import doubts
from wording.folding import fold

CREDITS = {"credit", "photo_credit", "caption"}
OF_NAMES = {doubts.NAME_UNSURE, doubts.NAME_SHARED}
SEAM = "｜"  # between the two halves of a joined sentence
FEWEST = 2  # signs that can be looked for


def place_of(doubt, text, spans):
    """(start, end) in the text, or None; spans: those of its story, in order."""
    words = only_signs(doubt.detail.partition(SEAM)[0])
    own = [span for span in spans if span.kind in CREDITS] if doubt.code in OF_NAMES else []
    return next(filter(None, (found_in(text, where, words) for where in (own, spans) if where)), None)


def found_in(text, spans, words):
    """Compared sign by sign, for spaces, line ends and the width of signs are others in the doubt than in print."""
    places = [place for span in spans for place in range(span.start, span.end) if text[place].isalnum()]
    found = fold("".join(text[place] for place in places)).find(words) if len(words) >= FEWEST else -1
    return (places[found], places[found + len(words) - 1] + 1) if found >= 0 else None


def only_signs(words):
    return fold("".join(filter(str.isalnum, words)))


def cut_at(pieces, marks):
    """The pieces (start, end, …) cut where a mark begins or ends: (start, end, piece, whether that is in a mark)."""
    edges = sorted({edge for mark in marks for edge in mark})
    for piece in pieces:
        inside = [edge for edge in edges if piece.start < edge < piece.end]
        for start, end in zip([piece.start, *inside], [*inside, piece.end], strict=True):
            yield start, end, piece, any(mark[0] <= start and end <= mark[1] for mark in marks)
