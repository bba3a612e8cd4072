"""Programs write the letters of a page in orders of their own; the page stays the same."""

import random
import re
from unittest import mock

from django.test import SimpleTestCase
from reportlab.pdfbase.pdfmetrics import stringWidth

from intake.documents.pdf.reading import read_pdf
from tests.intake.documents.layouts import LAYOUTS
from tests.intake.documents.samples import Sheet, font
from tests.intake.documents.scores import score

FIRST_HAN = r"[!-~]+|[^!-~]+"  # figures and Latin words by themselves
WRITE = Sheet.line


class Later:
    """Takes the place of Sheet.line and Sheet.pdf: lines are written when the page is done, in the order wanted."""

    def __init__(self, order):
        self.lines, self.order, self.done = [], order, Sheet.pdf

    def line(self, sheet, text, left, base, size=10, spacing=0):
        self.lines.append((text, left, base, size, spacing))

    def pdf(self, sheet):
        for line in self.order(self.lines):
            WRITE(sheet, *line)
        return self.done(sheet)


def lines_at_random(lines):
    return random.Random(1).sample(lines, len(lines))


def letter_by_letter(lines):
    return [piece for line in lines for piece in pieces(line, ".")]


def han_before_figures(lines):
    return sorted((piece for line in lines for piece in pieces(line, FIRST_HAN)), key=lambda piece: piece[0].isascii())


def letters_at_random(lines):
    letters = letter_by_letter(lines)
    return random.Random(2).sample(letters, len(letters))


def pieces(line, pattern):
    text, left, base, size, spacing = line
    for piece in re.findall(pattern, text):
        yield piece, left, base, size, spacing
        left += stringWidth(piece, font(), size) + spacing * len(piece)


class WritingOrderTests(SimpleTestCase):
    def test_does_not_matter(self):
        for order in (lines_at_random, letter_by_letter, han_before_figures, letters_at_random):
            for name in ("upright", "boxed", "7 columns"):
                with self.subTest(f"{name}, {order.__name__}"):
                    found = score(*self.written(order, LAYOUTS[name]))

                    self.assertEqual((found.stories, found.headings), (1, 1))

    def written(self, order, layout):
        later = Later(order)
        with (
            mock.patch.object(Sheet, "line", lambda sheet, *line, **how: later.line(sheet, *line, **how)),
            mock.patch.object(Sheet, "pdf", later.pdf),
        ):
            made = layout()
            data = later.pdf(made.sheet)
        return read_pdf("01.pdf", data).pages[0], made
