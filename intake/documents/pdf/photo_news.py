"""图片新闻: a photo whose caption tells the news itself, a story without a headline."""

import re

from intake.documents.pdf.headlines import is_beside

TOLD = re.compile(r"^.{0,12}?(?:近日|日前|连日|眼下|当[日天]|[昨今][日天晨晚]|[上本]周|\d+月\d+日|\d+日)")
SHORTEST = 40
NEAR, WITHIN = 2.2, 0.3  # sizes of type; share of the photo's width


def is_news(layout, caption):
    """Its photo stands alone: neither under a headline nor under a text."""
    if len(caption.text) < SHORTEST or not TOLD.search(caption.text):
        return False
    photo = next((area for area, _ in layout.drawing.pictures if is_beside(caption, area, layout.usual)), None)
    return photo is not None and not any(
        block.kind in ("headline", "text")
        and block.beside(photo) > WITHIN
        and -layout.usual < min(photo.top, caption.top) - block.bottom < NEAR * max(layout.usual, block.size)
        for block in layout.blocks
    )
