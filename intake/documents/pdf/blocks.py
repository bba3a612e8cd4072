"""Lines to blocks: what stands closely one below the other, in one size, with no rule between."""

from intake.documents.pdf.shapes import Area, Block

CLOSE = 2.1  # of the type's size, between base lines, while the block's own leading is not known
SAME_LEADING = 1.25
SAME_SIZE = 1.06
INDENT = 2.2
OVERHANG = 1.5  # a mark that hangs out of its column


def blocks_of(lines, drawing):
    """lines from top to bottom."""
    done, growing = [], []
    for line in lines:
        if line.upright:
            done.append(Block.of(line))
            continue
        growing, over = parted(growing, line.top)
        done += over
        takers = [block for block in growing if takes(block, line, drawing)]
        # Text across two columns belongs to neither of them.
        if len(takers) == 1:
            takers[0].add(line)
        else:
            growing.append(Block.of(line))
    return [*done, *growing]


def parted(growing, top):
    near = [block for block in growing if block.bottom > top - 3 * block.size]
    return near, [block for block in growing if block.bottom <= top - 3 * block.size]


def takes(block, line, drawing):
    last = block.lines[-1]
    step = line.base - last.base
    widest = SAME_LEADING * block.leading if block.leading else CLOSE * block.size
    if not 0.6 * line.size < step <= widest or not 1 / SAME_SIZE < line.size / block.size < SAME_SIZE:
        return False
    if max(block.beside(line), with_indent(block).beside(line)) < 0.5 or is_wider(block, line):
        return False
    if beside_photo(block, last, drawing) != beside_photo(block, line, drawing):
        return False
    return not drawing.parts_above(last.base, line.base, max(block.left, line.left), min(block.right, line.right))


def beside_photo(block, line, drawing):
    """A photo takes a part of the column: its lines are short there, and none of them ends a paragraph for that."""
    middle = (line.top + line.bottom) / 2
    return any(
        area.top < middle < area.bottom and area.left < block.right and area.right > block.left
        for area, _ in drawing.pictures
    )


def with_indent(block):
    """One line may be the indented first of a paragraph, and the next as short as its indent."""
    indent = INDENT * block.size if len(block.lines) == 1 else 0
    return Area(block.left - indent, block.top, block.right, block.bottom)


def is_wider(block, line):
    room = OVERHANG * block.size
    known = len(block.lines) > 2
    return known and (line.left < block.left - room or line.right > block.right + room)
