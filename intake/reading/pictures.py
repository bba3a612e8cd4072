"""The photos of a story: their captions and credits, on lines of their own or behind a short text."""

from intake.reading.blocks import CAPTION
from intake.reading.captions import ARROW, LONGEST_CAPTION, is_of_picture
from intake.reading.result import PhotoRead


def is_caption(assembly, strand, line):
    """A short text with the credit of its picture behind it, unless it is all the text there is."""
    is_short = len(assembly.text_places) > 1 and len(strand.folded) <= LONGEST_CAPTION
    return is_short and is_of_picture(line) and not line.credits


def read_photo_credit(assembly, block, place):
    """A photo's credit on a line of its own may follow its caption."""
    before = assembly.blocks[place - 1] if place else None
    assembly.take_credits(block.strand, block.found.line)
    if before and before.kind == CAPTION and not assembly.story.photos[-2].credits:
        assembly.story.photos[-1].caption = assembly.story.photos.pop(-2).caption


def read_caption(assembly, block, place):
    strand, found = block.strand, block.found
    photos = len(assembly.story.photos)
    if found:
        assembly.take_credits(strand.cut(found.start, found.end), found.line)
        strand = strand.cut(0, found.start)
    if len(assembly.story.photos) == photos:
        assembly.story.photos.append(PhotoRead())
    caption_last_photo(assembly, strand)


def caption_last_photo(assembly, strand):
    arrow = ARROW.match(strand.folded)
    assembly.mark_rest(strand, 0, arrow.end(), "caption")
    assembly.story.photos[-1].caption = assembly.text(strand.cut(arrow.end(), len(strand.folded)), "caption")
