"""
Photos as rows: what the darkroom remembers of a picture, without a file. A page prints such a photo's addresses, and
each of them answers 404.
"""

import json

from media.imaging.cropping import ON_PAGES, crop_sizes, crop_stem

LANDSCAPE, UPRIGHT = (1600, 1067), (1200, 1600)
WIDTHS = (320, 640, 960, 1280, 1600)
MIDDLE = (50, 50)
SUFFIXES = {"jpeg": "jpg", "webp": "webp"}
PAGE_WIDTHS, PAGE_SHAPE = (640, 960, 1600), 1.43


def renditions(size):
    """As the darkroom records them, smallest first, then the crops."""
    width, height = size
    whole = [(str(step), "", step, round(step * height / width)) for step in WIDTHS if step <= width]
    cut = [
        (crop_stem(name, across, MIDDLE), name, across, down)
        for name, crop in ON_PAGES.items()
        for across, down in reversed(crop_sizes(size, crop))
    ]
    return [record(*one, format) for one in (*whole, *cut) for format in SUFFIXES]


def record(stem, crop, width, height, format):
    weight = int(width * height * (0.17 if format == "jpeg" else 0.12))
    said = {"name": f"{stem}.{SUFFIXES[format]}", "format": format, "width": width, "height": height, "bytes": weight}
    return said | ({"crop": crop} if crop else {})


def page_picture():
    """Of a printed page: WebP alone, as it is hung."""
    return [record(str(width), "", width, round(width * PAGE_SHAPE), "webp") for width in PAGE_WIDTHS]


SHAPES = [(*size, json.dumps(renditions(size))) for size in (LANDSCAPE, LANDSCAPE, LANDSCAPE, UPRIGHT)]
PAGE_PICTURE = json.dumps(page_picture())
