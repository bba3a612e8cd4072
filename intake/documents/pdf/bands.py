"""Rows of columns without a headline above them: text that wraps around under another story, or whose headline stands
upright at its side."""

from intake.documents.pdf.paragraphs import OVER

NARROWEST = 1.3  # band, in sizes of type
LEVEL = 2.5  # sizes of type by which columns of one row may begin higher or lower


def wrapped_from(layout, above, block):
    """The story at the left that goes on here below another one; or None.

    A white band through all of the other story's columns ends it, and the text at the left runs past the band.
    """
    own = [text for text in layout.texts if text.story == above.story or is_waiting_beside(text, above)]
    gap = block.top - above.bottom
    if (
        gap < NARROWEST * layout.usual
        or any(crosses(text, above, block, layout.usual) for text in own)
        or pictured(layout, above, block)
    ):
        return None
    ends = [text for text in own if abs(text.bottom - above.bottom) < LEVEL * layout.usual]
    parted = layout.is_parted(above, block) and OVER.search(above.lines[-1].text)
    if len(ends) < 2 and not parted:
        return None
    past = [
        text
        for text in layout.texts
        if text.story not in (-1, above.story)
        and text.frame == block.frame
        and text.right <= block.left + layout.usual
        and crosses(text, above, block, layout.usual)
    ]
    nearest = max(past, key=lambda text: text.right, default=None)
    return None if nearest is None or headed(layout, nearest, above, block) else nearest.story


def headed(layout, nearest, above, block):
    """In the band, between the text at the left and here, a headline begins a story of its own."""
    return any(
        head.kind == "headline"
        and nearest.right <= head.left + layout.usual
        and head.left < block.left
        and above.bottom - layout.usual < head.top
        and head.bottom < block.top + layout.usual
        for head in layout.blocks
    )


def is_waiting_beside(text, above):
    """A column at the right that was not dealt yet is most likely the same story's."""
    return text.story < 0 and text.frame == above.frame and text.left > above.left


def crosses(text, above, block, usual):
    return text.top < above.bottom - usual and text.bottom > block.top + usual


def pictured(layout, above, block):
    """A photo, or another frame, and no white, lies between."""
    between = [area for area, _ in layout.drawing.pictures] + layout.drawing.frames
    return any(
        area.beside(block) > 0.3 and area.top > above.bottom - layout.usual and area.bottom < block.top + layout.usual
        for area in between
    )


def upright_head_of(layout, block):
    """The upright headline of the row that the block stands in: left of it, or right of it where all of them are."""
    heads = [head for head in layout.blocks if head.kind == "headline" and head.upright and level(layout, head, block)]
    if not heads:
        return None
    row = [text for text in layout.texts if level(layout, text, block) and not layout.has_lying_head(text)]
    first = min(head.left for head in heads)
    if any(text.right <= first + layout.usual for text in row):
        right = [head for head in heads if head.left >= block.right - layout.usual]
        return min(right, key=lambda head: head.left, default=None)
    left = [head for head in heads if head.right <= block.left + layout.usual]
    return max(left, key=lambda head: head.right, default=None)


def level(layout, other, block):
    return other.frame == block.frame and abs(other.top - block.top) < LEVEL * layout.usual
