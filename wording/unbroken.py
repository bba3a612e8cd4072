"""What may not be parted at a line's end, where the browser's own rules for Chinese let it be parted."""

import re

from wording.html import Html

# A mark that connects may not begin a line, nor may a slash begin or end one; a number with strokes in it is one word,
# unless it is longer than a telephone's line in large print. A dash of two (破折号) may begin a line.
TOGETHER = re.compile(
    r"(?=[\d/-]{3,16}(?![\d/-]))\d+(?:[-/]\d+)+"
    r"|[^\s<>&;][～－–·](?![～－–·])"
    r"|[^\s<>&;—]—(?!—)"
    r"|[\u3400-\u9fff]/[\u3400-\u9fff]"
)
MARKUP = re.compile(r"(<[^>]*>|&[^;\s]*;)")


def unbroken(html):
    """The same markup, with a span around all that stays on one line; the words copied from it are the same."""
    return Html("".join(piece if is_mark else _held(piece) for is_mark, piece in _pieces(html)))


def _pieces(html):
    """Every second piece of the split is a tag or a character that was escaped."""
    return ((place % 2, piece) for place, piece in enumerate(MARKUP.split(html)))


def _held(text):
    return TOGETHER.sub(r'<span class="unbroken">\g<0></span>', text)
