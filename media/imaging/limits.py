"""How large a picture may be, so that 400 MB of memory are enough for it. All is measured before a pixel is decoded."""

import warnings

from PIL import Image

from media.imaging import webp
from media.imaging.components import is_separable
from media.imaging.refusal import PictureRefused
from media.imaging.scans import ENOUGH, layout_of

MEGA = 1_000_000
# What is decoded within 400 MB of memory. JPEG comes out of its decoder already reduced.
MEGAPIXELS = {"jpeg": 150, "png": 60, "heic": 60, "webp": 60 if webp.LIBRARY else 20}
LONGEST_SIDE = 65_000
# Of these formats the decoder wants the whole file in memory beside the pixels.
MEGABYTES = {"heic": 40, "webp": 80}
COEFFICIENT_BYTES = 300 * MEGA
# libheif holds the picture in its own colours and in ours. Measured bytes a pixel: (more than 8 bits, colours' pixels).
HEIC_BYTES = 330 * MEGA
HEIC_PIXEL = {(False, 420): 5, (False, 422): 8.2, (False, 444): 9, (True, 420): 7.5, (True, 422): 13, (True, 444): 15}
HEIC_ALPHA = {False: 3.5, True: 5}
# A camera writes ten. Each goes through the whole picture, however few bytes it has.
MOST_SCANS = 100

# A picture above Pillow's limit is an error to us, never a line in a log; our own limits are checked below it.
Image.MAX_IMAGE_PIXELS = max(MEGAPIXELS.values()) * MEGA
warnings.filterwarnings("error", category=Image.DecompressionBombWarning)


def check_weight(file, format):
    megabytes = file.seek(0, 2) / MEGA
    if megabytes > MEGABYTES.get(format, megabytes):
        raise PictureRefused("too_heavy", megabytes=round(megabytes), most=MEGABYTES[format])


def check_size(format, width, height):
    if max(width, height) > LONGEST_SIDE:
        raise PictureRefused("too_long", side=max(width, height), most=LONGEST_SIDE)
    if width * height > MEGAPIXELS[format] * MEGA:
        raise too_large(width * height, MEGAPIXELS[format])


def check_depth(source):
    is_deep = source.info.get("bit_depth", 8) > 8
    bytes_a_pixel = HEIC_PIXEL[is_deep, max(420, source.info.get("chroma", 444))]
    bytes_a_pixel += HEIC_ALPHA[is_deep] if source.has_alpha else 0
    if source.size[0] * source.size[1] * bytes_a_pixel > HEIC_BYTES:
        raise too_large(source.size[0] * source.size[1], int(HEIC_BYTES / bytes_a_pixel / MEGA))


def scans_checked(source, file):
    """
    The decoder holds a JPEG of several scans whole, two bytes a sample, however small we ask it to come out. One that
    is too large for that is decoded a component at a time, by its layout; for others there is none.
    """
    layout = layout_of(file)
    if not layout.has_several_scans:
        return None
    if len(layout.segments) >= ENOUGH or len(layout.scans) > MOST_SCANS:
        raise PictureRefused("scans", most=MOST_SCANS)
    samples = [across * down for _id, across, down, _table in source.layer]
    bytes_a_pixel = 2 * sum(samples) / max(samples)
    if source.width * source.height * bytes_a_pixel <= COEFFICIENT_BYTES:
        return None
    if not is_separable(layout):
        raise too_large(source.width * source.height, int(COEFFICIENT_BYTES / bytes_a_pixel / MEGA))
    return layout


def too_large(pixels, limit):
    return PictureRefused("too_large", megapixels=round(pixels / MEGA), limit=limit)
