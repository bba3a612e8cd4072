"""
Cut-outs in the shapes that pages have. They are files, so that a page needs no style to place a picture in its frame,
and are cut from the largest rendition: what they lose by that is measured in docs/PHOTOS.md.
"""

from io import BytesIO
from typing import NamedTuple

from PIL import Image

from media.imaging.encoding import AT_ONCE, encode

MIDDLE = (50, 50)


class Crop(NamedTuple):
    across: int
    down: int
    widths: tuple[int, ...]


# wide: the front page's first story and social networks. list: beside a story in a list.
ON_PAGES = {"wide": Crop(16, 9, (640, 1280)), "list": Crop(3, 2, (240, 480))}
# What search engines ask for besides wide; no page shows them. Of each only the largest that fits, and as JPEG alone.
FOR_MACHINES = {"standard": Crop(4, 3, (480, 960)), "square": Crop(1, 1, (480, 960))}
CROPS = ON_PAGES | FOR_MACHINES
# Crops are made while somebody waits: libwebp's second gear takes a third of the time for 5 % more bytes.
GEARS = {"webp": {"method": 2}}


def box(size, crop, focus):
    """(left, top, right, bottom): the largest of this shape, its middle as near to the focus as the edges let it."""
    width, height = size
    across = min(width, height * crop.across / crop.down)
    down = across * crop.down / crop.across
    left = min(max(width * focus[0] / 100 - across / 2, 0), width - across)
    top = min(max(height * focus[1] / 100 - down / 2, 0), height - down)
    return left, top, left + across, top + down


def crop_sizes(size, crop):
    """(width, height) of each step, largest first; never larger than what is cut out, so there may be none."""
    left, _top, right, _bottom = box(size, crop, MIDDLE)
    sizes = [(width, round(width * crop.down / crop.across)) for width in crop.widths[::-1] if width <= right - left]
    return sizes[:1] if crop in FOR_MACHINES.values() else sizes


def crop_stem(name, width, focus):
    """The focus is in the name, since nothing public changes under an old address."""
    return f"{name}-{width}-{focus[0]}x{focus[1]}"


def crop_stems(size, focus, shapes=ON_PAGES):
    """The names, without their suffixes, of all crops that a picture of this size has in these shapes."""
    return {crop_stem(name, width, focus) for name, crop in shapes.items() for width, _ in crop_sizes(size, crop)}


def crops(content, focus=MIDDLE, shapes=ON_PAGES):
    """All crops of an encoded picture in these shapes as renditions, of each shape the smallest first."""
    picture = Image.open(BytesIO(content))
    picture.load()
    return [rendition for name in shapes for rendition in cut(picture, name, focus)]


def cut(picture, name, focus):
    made, part = [], box(picture.size, CROPS[name], focus)
    formats = AT_ONCE if name in ON_PAGES else ("jpeg",)
    for size in crop_sizes(picture.size, CROPS[name]):
        piece = shrunk(picture, size, part)
        stem = crop_stem(name, size[0], focus)
        made = [encode(piece, one, stem=stem, crop=name, **GEARS.get(one, {})) for one in formats] + made
    return made


def shrunk(picture, size, part=None):
    """part: what is cut out. Halves are taken first, down to twice the size: a third of the time, and as good."""
    return picture.resize(size, Image.Resampling.LANCZOS, box=part, reducing_gap=2.0)
