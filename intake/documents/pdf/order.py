"""The order in which the blocks of a story are read, and the stories of a page."""

TOLERANCE = 2.0  # points by which neighbours may overlap
SAME_HEIGHT = 0.04  # of the page's height


def stories_in_order(stories, height):
    """From the top; those that begin at about one height from the left."""
    rows = []
    for story in sorted(stories, key=lambda story: story.top):
        if rows and story.top - rows[-1][0].top < SAME_HEIGHT * height:
            rows[-1].append(story)
        else:
            rows.append([story])
    return [story for row in rows for story in sorted(row, key=lambda story: story.left)]


def heads_in_order(heads):
    """Lying lines from the top; upright ones from the right, before them."""
    upright = sorted((head for head in heads if head.upright), key=lambda head: -head.left)
    return [*upright, *sorted((head for head in heads if not head.upright), key=lambda head: (head.top, head.left))]


def texts_in_order(blocks):
    """Column by column where a gutter runs all the way down, else part by part from the top."""
    if len(blocks) < 2:
        return list(blocks)
    for near, far in (("left", "right"), ("top", "bottom")):
        parts = parted(blocks, near, far)
        if len(parts) > 1:
            return [block for part in parts for block in texts_in_order(part)]
    return sorted(blocks, key=lambda block: (block.left, block.top))


def parted(blocks, near, far):
    parts, reach = [], float("-inf")
    for block in sorted(blocks, key=lambda block: getattr(block, near)):
        if getattr(block, near) >= reach - TOLERANCE:
            parts.append([])
        parts[-1].append(block)
        reach = max(reach, getattr(block, far))
    return parts
