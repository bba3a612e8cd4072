"""The outline of a story on its page, out of the boxes of its texts and pictures. Percent of the page throughout."""

from itertools import pairwise

NEAR = 1.5  # edges so close are one line: columns of one story are never set quite alike


def outline(boxes):
    """One polygon around all of them, with right angles: in each strip from the leftmost to the rightmost."""
    strips = joined(strips_of(boxes))
    right, left = [], []
    for top, bottom, start, end in strips:
        right += [(end, top), (end, bottom)]
        left += [(start, top), (start, bottom)]
    corners = dict.fromkeys((round(x, 2), round(y, 2)) for x, y in [*right, *reversed(left)])
    return [list(corner) for corner in corners]


def strips_of(boxes):
    """(top, bottom, left, right) from the top down; where no box is, the strip above reaches down to the next."""
    edges = sorted({edge for box in boxes for edge in (box.top, box.bottom)})
    for top, bottom in pairwise(edges):
        own = [box for box in boxes if box.top < bottom and box.bottom > top]
        if own:
            yield top, bottom, min(box.left for box in own), max(box.right for box in own)


def joined(strips):
    """Strips with nearly the same edges are one, and gaps are closed."""
    made = []
    for top, bottom, left, right in strips:
        before = made[-1] if made else None
        if before and abs(before[2] - left) < NEAR and abs(before[3] - right) < NEAR:
            made[-1] = (before[0], bottom, min(before[2], left), max(before[3], right))
            continue
        made.append((before[1] if before else top, bottom, left, right))
    return made
