"""Which lines make one heading: kicker, headline and subheadline."""

NEAR = 2.2  # sizes of type between two parts of one heading
LARGER = 1.08
WITHIN = 0.3  # share of the width that makes one block stand above another


def are_one_heading(layout, head, block):
    room = NEAR * max(min(head.size, block.size), layout.usual)
    if head.frame != block.frame:
        return False
    if head.upright or block.upright:
        aside = max(block.left - head.right, head.left - block.right)
        return head.level_with(block) > 0.3 and aside < room
    gap = block.top - head.bottom
    if not -0.5 * block.size < gap < room or head.beside(block) < 0.5:
        return False
    return not text_between(layout, head, block) and not layout.ruled(head, block)


def text_between(layout, upper, lower):
    return any(
        block.kind == "text"
        and upper.bottom <= block.top
        and block.bottom <= lower.top
        and block.beside(lower) > WITHIN
        for block in layout.blocks
    )


def headline_above(layout, block):
    """A subheadline is often set hardly larger than the text: a line or two right below the headline, and larger still
    than the text below it."""
    if len(block.lines) > 2 or block.size < layout.usual * LARGER:
        return None
    return next((head for head in layout.blocks if head.story >= 0 and are_one_heading(layout, head, block)), None)


def headline_below(layout, block):
    """A kicker is often set no larger than the text: one or two lines, closer to its headline than to others."""
    if len(block.lines) > 2 or block.size < layout.usual * 0.98:
        return None
    for head in layout.blocks:
        gap = head.top - block.bottom
        if (
            head.kind == "headline"
            and head.frame == block.frame
            and -2 < gap < 1.3 * head.size
            and not layout.ruled(block, head)
        ):
            centred = head.left - layout.usual <= block.left and block.right <= head.right + layout.usual
            above = layout.above(block)
            if centred and block.beside(head) > 0.6 and (above is None or block.top - above.bottom > gap + 2):
                return head
    return None
