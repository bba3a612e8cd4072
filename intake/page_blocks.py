"""A page of a PDF is hung: its picture, its file, its blocks of text, and the hotspot of each story."""

from articles.models import PageBlock
from intake.hotspots import outline


def lay_out(page, sheet, reading, articles, shown):
    """
    sheet: the page as it was read; articles: by the numbers of their stories; shown: the pictures of each new one.
    Replaces the blocks that the page had. The hotspot of an older draft is an editor's by now and stays.
    """
    owners = owners_of(sheet, reading)
    page.blocks.all().delete()
    PageBlock.objects.bulk_create(
        PageBlock(
            page=page,
            article=articles.get(owner),
            order=order,
            polygon=[list(point) for point in block.box.polygon],
            text=block.text,
        )
        for order, (block, owner) in enumerate(zip(sheet.blocks, owners, strict=True))
    )
    for number, hotspot in hotspots(sheet, owners, shown).items():
        page.placements.filter(article=articles[number]).update(hotspot=hotspot)


def hotspots(sheet, owners, shown):
    """Of each story that stands somewhere on the sheet its outline, by its number."""
    found = {}
    for number, pictures in shown.items():
        boxes = [block.box for block, owner in zip(sheet.blocks, owners, strict=True) if owner == number]
        boxes += [picture.box for picture, *_ in pictures if picture.box]
        if boxes:
            found[number] = outline(boxes)
    return found


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
