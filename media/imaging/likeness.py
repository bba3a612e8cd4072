"""A perceptual hash: 64 bits that stay nearly the same when a picture is made smaller, saved anew or brightened.

Each bit says whether the picture grows lighter from one field to the next: 32 steps across in four rows, 32 steps down
in four columns. Of the hashes that were tried this one kept most altered pictures and met no stranger (docs/PHOTOS.md).
"""

from itertools import pairwise

from PIL import Image

FINE, COARSE = 9, 4  # fields
# A step is seen from two levels of grey on; whoever has fewer of them in one direction is a plain area or a gradient.
SEEN, LEAST = 2, 9
PARTS = 4  # of 16 bits each, as they are stored
ALL = 2**64 - 1
NONE = 0  # nothing in it that could be compared


def likeness(picture):
    """0 for what has no structure: such pictures are all alike, and that says nothing."""
    grey = picture.convert("L")
    across = [step for row in rows(grey, FINE, COARSE) for step in steps(row)]
    down = [step for column in zip(*rows(grey, COARSE, FINE), strict=True) for step in steps(column)]
    if min(seen(across), seen(down)) < LEAST:
        return NONE
    bits = int("".join("1" if step > 0 else "0" for step in dealt(across + down)), 2)
    return NONE if bits == ALL else bits


def rows(grey, width, height):
    levels = grey.resize((width, height), Image.Resampling.BICUBIC).tobytes()
    return [levels[start : start + width] for start in range(0, width * height, width)]


def steps(levels):
    return [after - before for before, after in pairwise(levels)]


def dealt(all_steps):
    """Round the four parts: a part of nothing but the sky's steps would be the same in thousands of pictures."""
    return [step for first in range(PARTS) for step in all_steps[first::PARTS]]


def seen(all_steps):
    return sum(abs(step) >= SEEN for step in all_steps)


def distance(one, other):
    """In how many of 64 bits they differ."""
    return (one ^ other).bit_count()


def parts(bits):
    """Four of 16 bits each, as they are stored."""
    return tuple(bits >> shift & 0xFFFF for shift in (48, 32, 16, 0))


def whole(four):
    first, second, third, fourth = four
    return first << 48 | second << 32 | third << 16 | fourth


def neighbours(part):
    """The same 16 bits, and those that differ in one."""
    return [part, *(part ^ 1 << place for place in range(16))]
