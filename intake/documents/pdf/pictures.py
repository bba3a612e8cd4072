"""Photos of a page, each with its caption."""

import pypdfium2

from intake.documents.pdf.captions import dealt
from intake.documents.pdf.composing import percent
from intake.documents.pdf.extracting import extracted
from intake.documents.pdf.strips import put_together
from intake.documents.result import Note, Picture

MOST_PHOTOS = 40
SMALLEST_SHARE, WHOLE_PAGE = 0.008, 0.85  # of the page's area
PAGE_HEAD = 0.1  # of the page's height: what lies there is the masthead
WRITTEN_ON = 0.35  # of its area: what carries so much text is a ground and no photo
SAME = 0.9


def pictures_of(sheet, drawing, page, blocks, usual, number):
    """Pictures and notes. blocks: of the page's text; page: its composition."""
    whole = put_together(drawing.pictures, lambda area: is_photo(area, sheet))
    photos = [photo for photo in whole if is_photo(photo[0], sheet)]
    if len(photos) > MOST_PHOTOS:
        return (), (Note("pictures_in_pieces", {"page": number, "count": len(photos)}),)
    photos = once_each([photo for photo in photos if not is_ground(photo[0], blocks)])
    captions, pictures = dealt([area for area, _ in photos], page, sheet, usual), []
    for (area, pieces), caption in zip(photos, captions, strict=True):
        if made := photo_of(area, pieces, sheet):
            near, position = (caption.text, caption.start) if caption else ("", len(page.text))
            name = f"{number:02}-{len(pictures) + 1}.{made[1]}"
            pictures.append(Picture(made[0], name, near=near, position=position, box=percent(area, sheet)))
    return tuple(pictures), ()


def photo_of(area, pieces, sheet):
    try:
        return extracted(area, pieces, sheet)
    except (pypdfium2.PdfiumError, ValueError, OSError):
        return None


def once_each(photos):
    """A photo and its shadow lie one upon the other."""
    found = []
    for area, pieces in photos:
        if not any(covers(area, other) for other, _ in found):
            found.append((area, pieces))
    return sorted(found, key=lambda photo: (photo[0].top, photo[0].left))


def is_photo(area, sheet):
    """Neither a logo nor a rule nor the masthead."""
    share = area.width * area.height / (sheet.width * sheet.height)
    large = area.width > 0.03 * sheet.width and area.height > 0.02 * sheet.height
    return large and SMALLEST_SHARE <= share <= WHOLE_PAGE and area.bottom > PAGE_HEAD * sheet.height


def is_ground(area, blocks):
    return sum(shared(area, block) for block in blocks) > WRITTEN_ON * area.width * area.height


def covers(one, other):
    return shared(one, other) > SAME * max(one.width * one.height, other.width * other.height)


def shared(one, other):
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return max(0, across) * max(0, down)
