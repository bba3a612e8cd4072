"""A strand of text that remembers where in the source each of its characters stood.

Columns, line wraps and photos cut a paragraph into runs; the strand is the paragraph whole again. Its folded twin, of
the same length, is what the grammars read.
"""

import re
from functools import cached_property
from itertools import accumulate

from wording.folding import fold

LINE_ENDS = re.compile("\r(?!\n)|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
LATIN_EDGES = re.compile(r"[A-Za-z0-9]\n[A-Za-z]|[A-Za-z]\n[A-Za-z0-9]")


class Page:
    """The decoded source and its folded twin, in which every line ends with a plain line feed."""

    def __init__(self, source):
        self.source = source
        self.folded = fold(LINE_ENDS.sub("\n", source))


class Strand:
    def __init__(self, page, runs, **layout):
        self.page = page
        self.runs = tuple(runs)
        self.layout = layout  # of its first line: blank lines before it, columns of indent

    @cached_property
    def pieces(self):
        """The runs' texts, with a space where two Latin words met at a wrap."""
        pieces = [self.page.folded[start:end] for start, end in self.runs]
        for place in range(len(pieces) - 1):
            if LATIN_EDGES.match(f"{pieces[place][-1:]}\n{pieces[place + 1][:1]}"):
                pieces[place] += " "
        return pieces

    @cached_property
    def folded(self):
        return "".join(self.pieces)

    @cached_property
    def raw(self):
        raw = [self.page.source[start:end] for start, end in self.runs]
        return "".join(text + piece[len(text) :] for text, piece in zip(raw, self.pieces, strict=True))

    @cached_property
    def starts(self):
        return [0, *accumulate(len(piece) for piece in self.pieces)][:-1]

    def cut(self, start, end):
        """The part between two places, without the white space at its edges."""
        text = self.folded[start:end]
        end -= len(text) - len(text.rstrip())
        start += len(text) - len(text.lstrip())
        runs = [
            (source + max(start - at, 0), min(source + end - at, source_end))
            for at, (source, source_end) in zip(self.starts, self.runs, strict=True)
            if at < end and at + source_end - source > start
        ]
        return Strand(self.page, runs, **self.layout)

    def joined(self, other):
        return Strand(self.page, self.runs + other.runs, **self.layout)

    def __bool__(self):
        return bool(self.runs)
