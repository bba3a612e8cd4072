"""Rows of columns without a headline above them: text that wraps around under another story, or whose headline stands
upright at its side."""

from intake.documents.pdf.paragraphs import OVER

LONGEST_SUBHEAD = 20
NARROWEST = 1.3  # band, in sizes of type
LEVEL = 2.5  # sizes of type by which columns of one row may begin higher or lower


def wrapped_from(layout, above, block):
    """The story at the left that goes on here below another one; or None.

    A white band through all of the other story's columns ends it, and the text at the left runs past the band.
    """
    if is_subhead(above) or is_subhead(block):
        return None
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


def centred_head_of(layout, block):
    """The headline right above the row, at the right of the block, when the middle of both is the same."""
    row = [text for text in layout.texts if level(layout, text, block)]
    for head in layout.blocks:
        if head.kind != "headline" or head.upright or head.frame != block.frame or head.left < block.left:
            continue
        mirrored = head.left + head.right - block.left
        is_above = -block.size < block.top - head.bottom < LEVEL * layout.usual
        reaches = any(abs(text.right - mirrored) < layout.usual for text in row)
        if is_above and reaches and is_centred(layout, head):
            return head
    return None


def is_centred(layout, head):
    """All parts of the heading have one middle; a single one does not begin where a column begins."""
    others = [other for other in layout.stories[head.story].heads if abs(other.left - head.left) > layout.usual]
    if others:
        return all(abs(middle(other) - middle(head)) < head.size / 2 for other in others)
    return not any(
        abs(other.left - head.left) < layout.usual and -other.size < other.top - head.bottom < 2 * LEVEL * layout.usual
        for other in layout.texts
    )


def middle(block):
    return (block.left + block.right) / 2


def is_subhead(block):
    """A few words by themselves, without a full stop: white stands above and below it, and parts nothing."""
    is_short = len(block.lines) <= 2 and len(block.text) <= LONGEST_SUBHEAD
    return block.kind == "text" and is_short and not OVER.search(block.text)
