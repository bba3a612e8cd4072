"""Which caption stands with which photo."""

from intake.documents.pdf.headlines import is_beside
from intake.documents.pdf.shapes import Area

ABOVE, ASIDE = 1.5, 1.0  # sizes of type by which a caption counts as farther than one right below


def dealt(areas, page, sheet, usual):
    """Of each photo its caption, or None. Each caption goes to the nearest photo; what is left over looks for one that
    speaks of several."""
    captions = [(block, on_sheet(block, sheet)) for block in page.blocks if block.kind == "caption"]
    pairs = sorted(
        (
            (distance(place, area, usual), number, order)
            for number, area in enumerate(areas)
            for order, (_, place) in enumerate(captions)
            if is_beside(place, area, usual)
        ),
    )
    found, taken = {}, set()
    for _, number, order in pairs:
        if number not in found and order not in taken:
            found[number] = order
            taken.add(order)
    for _, number, order in pairs:
        found.setdefault(number, order)
    return [captions[found[number]][0] if number in found else None for number in range(len(areas))]


def distance(caption, photo, usual):
    if caption.beside(photo) > 0.5:
        below = caption.top >= photo.top
        return abs(caption.top - photo.bottom) if below else abs(photo.top - caption.bottom) + ABOVE * usual
    return min(abs(caption.left - photo.right), abs(photo.left - caption.right)) + ASIDE * usual


def on_sheet(block, sheet):
    """A block's box in points again."""
    box, across, down = block.box, sheet.width / 100, sheet.height / 100
    return Area(box.left * across, box.top * down, box.right * across, box.bottom * down)
