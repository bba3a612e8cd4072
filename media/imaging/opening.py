"""Opening a picture and measuring it before a single pixel is decoded."""

from contextlib import nullcontext
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import Any

import pi_heif
from PIL import Image

from media.imaging.limits import MEGAPIXELS, check_depth, check_size, check_weight, scans_checked
from media.imaging.refusal import PictureRefused
from media.imaging.scans import Layout
from media.imaging.signatures import HEAD, usable_format

# Of such pictures a process decodes one at a time, whatever many threads would like.
LARGE = 30_000_000
ONE_LARGE = Lock()

PILLOW_NAMES = {"jpeg": ["JPEG", "MPO"], "png": ["PNG"], "webp": ["WEBP"]}
ORIENTATION = 0x0112


@dataclass
class Negative:
    """A picture opened and measured, not yet decoded."""

    format: str
    file: Any
    source: Any  # a Pillow image, or pi_heif's
    width: int
    height: int
    layout: Layout | None = None  # of a JPEG that is decoded a component at a time

    def __post_init__(self):
        self.info = self.source.info
        self.components = len(getattr(self.source, "layer", ()))

    @property
    def in_turn(self):
        """To be held while the picture is decoded."""
        return ONE_LARGE if self.width * self.height > LARGE else nullcontext()

    @cached_property
    def orientation(self):
        """
        libheif turns the picture itself, as the format demands; what its EXIF says is void. A PNG may say it behind
        its pixels: so they are decoded first, and what is broken in them is not taken for broken EXIF.
        """
        if self.format == "heic":
            return 1
        if self.format == "png":
            self.source.load()
        return orientation_of(self.source)

    @property
    def has_plain_inks(self):
        """Pillow takes inks to be inverted, as Adobe writes them, whoever wrote these."""
        return self.format == "jpeg" and self.components == 4 and "adobe" not in self.info

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


def heic_negative(file):
    box = pi_heif.open_heif(file)
    source = box[box.primary_index]
    check_size("heic", *source.size)
    check_depth(source)
    return Negative("heic", file, source, *source.size)


def pillow_negative(file, format):
    try:
        source = Image.open(file, formats=PILLOW_NAMES[format])
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise PictureRefused("bomb", limit=MEGAPIXELS[format]) from bomb
    check_size(format, *source.size)
    check_still(source, format)
    layout = scans_checked(source, file) if format == "jpeg" else None
    return Negative(format, file, source, *source.size, layout=layout)


def check_still(source, format):
    """A phone's JPEG may carry a second picture (MPO); that is no animation."""
    if format != "jpeg" and getattr(source, "n_frames", 1) > 1:
        raise PictureRefused("animated")


def orientation_of(source):
    """A broken EXIF is no reason to refuse the picture beside it: it stands as it lies in the file."""
    try:
        value = source.getexif().get(ORIENTATION, 1)
    except Exception:  # Pillow's reader answers broken bytes with errors of every kind
        return 1
    return value if value in range(1, 9) else 1
