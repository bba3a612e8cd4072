"""Where on its page each story is, out of the blocks that were read into it."""

from intake.pages.outlines import outline


def hotspots(sheet, owners, shown):
    """Of each story that stands somewhere on the sheet its outline, by its number. owners: of the sheet's blocks."""
    grounds = {}
    for block, owner in zip(sheet.blocks, owners, strict=True):
        grounds.setdefault(owner, []).append(block.box)
    for number, pictures in shown.items():
        grounds.setdefault(number, []).extend(picture.box for picture, *_ in pictures if picture.box)
    return {number: outline(grounds[number], others(grounds, number)) for number in shown if grounds.get(number)}


def others(grounds, number):
    return [box for owner, boxes in grounds.items() if owner != number for box in boxes]


def owners_of(sheet, reading):
    return [owner_of(block, reading) for block in sheet.blocks]


def owner_of(block, reading):
    """The number of the story that most of the block was read into."""
    shares = {}
    for span in reading.spans:
        share = min(span.end, block.end) - max(span.start, block.start)
        if span.story is not None and share > 0:
            shares[span.story] = shares.get(span.story, 0) + share
    return max(shares, key=shares.__getitem__, default=None)
