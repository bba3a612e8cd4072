"""Letters that were turned into curves, as printers like it: they cannot be read, but that they are there shows."""

from itertools import pairwise

FEWEST_CORNERS = 2000  # on a page without text: more than rules and frames have
LEAST, MOST = 1.2, 9.0  # height of a headline, in sizes of the text
CORNERS_OF_A_LETTER, CORNERS_OF_A_LINE = 8, 100
FEWEST_LETTERS = 4


def are_letters(curves):
    """curves: pairs of an area and the number of corners, of a page without text."""
    return sum(corners for _, corners in curves) > FEWEST_CORNERS


def lines_in_curves(curves, usual):
    """How many lines of headlines were drawn."""
    large = [(area, corners) for area, corners in curves if LEAST * usual <= area.height <= MOST * usual]
    whole = [area for area, corners in large if corners >= CORNERS_OF_A_LINE and area.width > 3 * area.height]
    letters = [area for area, corners in large if corners >= CORNERS_OF_A_LETTER and area.width < 1.5 * area.height]
    return len(whole) + sum(len(row) >= FEWEST_LETTERS for row in rows_of(letters))


def rows_of(letters):
    rows = []
    for letter in sorted(letters, key=lambda area: (round((area.top + area.bottom) / area.height / 2), area.left)):
        if rows and is_next(rows[-1][-1], letter):
            rows[-1].append(letter)
        else:
            rows.append([letter])
    return [row for row in rows if are_even(row)]


def is_next(letter, other):
    gap = other.left - letter.right
    return letter.level_with(other) > 0.6 and -0.2 * letter.height < gap < letter.height


def are_even(row):
    """Letters of one size; a chart's or an ornament's shapes are of all sizes."""
    return all(0.6 < after.height / before.height < 1.6 for before, after in pairwise(row))
