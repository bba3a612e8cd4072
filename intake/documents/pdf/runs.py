"""Glyphs that stand on one base line, one after the other."""

from dataclasses import dataclass, field
from itertools import pairwise

from intake.documents.pdf.glyphs import Glyph


@dataclass(slots=True)
class Run:
    """Glyphs on one base line. reach is where its last glyph ends, a space included."""

    glyphs: list[Glyph] = field(default_factory=list)
    size: float = 0.0
    base: float = 0.0
    reach: float = 0.0
    is_spread: bool = False  # its letters stand far apart, as in a headline over several columns

    def add(self, glyph):
        if not self.glyphs:
            self.size, self.base = glyph.size, glyph.base
        self.glyphs.append(glyph)
        self.reach = max(self.reach, glyph.right)

    @property
    def left(self):
        return self.glyphs[0].left

    def has_words(self):
        return any(not glyph.sign.isspace() for glyph in self.glyphs)


def usual_size(glyphs):
    """The size that most of the text is set in."""
    counts = {}
    for glyph in glyphs:
        size = round(glyph.size, 1)
        counts[size] = counts.get(size, 0) + 1
    return max(counts, key=counts.__getitem__, default=10.0)


def run_of(glyphs, is_spread=False):
    run = Run(is_spread=is_spread)
    for glyph in glyphs:
        run.add(glyph)
    return run


def text_of(glyphs):
    pieces = [glyphs[0].sign]
    for before, glyph in pairwise(glyphs):
        latin = before.sign.isascii() and glyph.sign.isascii()
        if (
            glyph.left - before.right > (0.22 if latin else 0.45) * glyph.size
            and not (before.sign + glyph.sign).isspace()
        ):
            pieces.append("" if before.sign.isspace() or glyph.sign.isspace() else " ")
        pieces.append(glyph.sign)
    return "".join(pieces)
