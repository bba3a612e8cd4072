"""A page of a PDF is hung: its picture, its file, its blocks of text, and the hotspot of each story."""

from articles.models import PageBlock
from intake.hotspots import outline


def lay_out(page, sheet, reading, articles, shown):
    """Replaces the blocks that the page had. sheet: the page as it was read; articles: by the story's number;
    shown: the pictures of each story.
    """
    owners = [owner_of(block, reading) for block in sheet.blocks]
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
    for number, article in articles.items():
        boxes = [block.box for block, owner in zip(sheet.blocks, owners, strict=True) if owner == number]
        boxes += [picture.box for picture, *_ in shown[number] if picture.box]
        if boxes:
            page.placements.filter(article=article).update(hotspot=outline(boxes))


def owner_of(block, reading):
    """The number of the story that most of the block was read into."""
    shares = {}
    for span in reading.spans:
        share = min(span.end, block.end) - max(span.start, block.start)
        if span.story is not None and share > 0:
            shares[span.story] = shares.get(span.story, 0) + share
    return max(shares, key=shares.__getitem__, default=None)
