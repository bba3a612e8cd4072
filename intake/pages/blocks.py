"""A page of a PDF is hung: its picture, its file, its blocks of text, and the hotspot of each story."""

from articles.models import PageBlock
from articles.shown.issues import note_hotspots
from intake.pages.hotspots import hotspots, owners_of


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
    note_hotspots(page)
