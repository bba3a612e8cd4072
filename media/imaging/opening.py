"""Opening a picture and measuring it before a single pixel is decoded."""

import warnings
from dataclasses import dataclass
from typing import Any

import pi_heif
from PIL import Image

from media.imaging import webp
from media.imaging.components import is_separable
from media.imaging.refusal import PictureRefused
from media.imaging.scans import ENOUGH, Layout, layout_of
from media.imaging.signatures import HEAD, usable_format

MEGA = 1_000_000
# What is decoded within 400 MB of memory. JPEG comes out of its decoder already reduced.
MEGAPIXELS = {"jpeg": 150, "png": 60, "heic": 60, "webp": 60 if webp.LIBRARY else 20}
LONGEST_SIDE = 65_000
# Of these formats the decoder wants the whole file in memory beside the pixels.
MEGABYTES = {"heic": 60, "webp": 80}
COEFFICIENT_BYTES = 300 * MEGA
# A camera writes ten. Each goes through the whole picture, however few bytes it has.
MOST_SCANS = 100

PILLOW_NAMES = {"jpeg": ["JPEG", "MPO"], "png": ["PNG"], "webp": ["WEBP"]}
ORIENTATION = 0x0112

# A picture above Pillow's limit is an error to us, never a line in a log; our own limits are checked below it.
Image.MAX_IMAGE_PIXELS = max(MEGAPIXELS.values()) * MEGA
warnings.filterwarnings("error", category=Image.DecompressionBombWarning)


@dataclass
class Negative:
    """A picture opened and measured, not yet decoded."""

    format: str
    file: Any
    source: Any  # a Pillow image, or pi_heif's
    width: int
    height: int
    orientation: int = 1
    layout: Layout | None = None  # of a JPEG that is decoded a component at a time

    def __post_init__(self):
        self.info = self.source.info

    @property
    def is_turned(self):
        """Lies on its side in the file: width and height change places for the reader."""
        return self.orientation >= 5

    @property
    def upright_size(self):
        return (self.height, self.width) if self.is_turned else (self.width, self.height)

    def taken(self):
        """The source, once: nothing here keeps its pixels when whoever took it lets them go."""
        source, self.source = self.source, None
        return source


def open_negative(file, filename):
    file.seek(0)
    format = usable_format(file.read(HEAD), filename)
    check_weight(file, format)
    file.seek(0)
    return heic_negative(file) if format == "heic" else pillow_negative(file, format)


def check_weight(file, format):
    megabytes = file.seek(0, 2) / MEGA
    if megabytes > MEGABYTES.get(format, megabytes):
        raise PictureRefused("too_heavy", megabytes=round(megabytes), most=MEGABYTES[format])


def heic_negative(file):
    """libheif turns the picture itself, as the format demands; what its EXIF says of orientation is void."""
    box = pi_heif.open_heif(file)
    source = box[box.primary_index]
    check_size("heic", *source.size)
    return Negative("heic", file, source, *source.size)


def pillow_negative(file, format):
    try:
        source = Image.open(file, formats=PILLOW_NAMES[format])
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise PictureRefused("bomb", limit=MEGAPIXELS[format]) from bomb
    check_size(format, *source.size)
    check_still(source, format)
    layout = scans_checked(source, file) if format == "jpeg" else None
    return Negative(format, file, source, *source.size, orientation=orientation_of(source), layout=layout)


def check_size(format, width, height):
    if max(width, height) > LONGEST_SIDE:
        raise PictureRefused("too_long", side=max(width, height), most=LONGEST_SIDE)
    if width * height > MEGAPIXELS[format] * MEGA:
        raise too_large(width * height, MEGAPIXELS[format])


def check_still(source, format):
    """A phone's JPEG may carry a second picture (MPO); that is no animation."""
    if format != "jpeg" and getattr(source, "n_frames", 1) > 1:
        raise PictureRefused("animated")


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


def orientation_of(source):
    """A broken EXIF is no reason to refuse the picture beside it: it stands as it lies in the file."""
    try:
        value = source.getexif().get(ORIENTATION, 1)
    except Exception:  # Pillow's reader answers broken bytes with errors of every kind
        return 1
    return value if value in range(1, 9) else 1
