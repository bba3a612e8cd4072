"""From an uploaded file to the sizes that readers get. One decoding proves the file sound and makes them all."""

import hashlib
from dataclasses import dataclass, field, replace
from math import isqrt

from PIL import Image

from media.embedded.reading import blocks_of, read_embedded
from media.imaging.cropping import MIDDLE, crops
from media.imaging.decoding import upright
from media.imaging.encoding import AT_ONCE, Rendition, encode
from media.imaging.labelling import labelled
from media.imaging.opening import open_negative
from media.imaging.refusal import PictureRefused

WIDTHS = (320, 640, 960, 1280, 1920)
# A picture's own width becomes a step too where it lies between two steps and gains this much on the one below.
WORTH_A_STEP = 1.2
LONGEST = 16_383  # pixels; no WebP is longer
# Of the largest rendition. Only pictures four times as long as wide meet it; decoding needs up to four times as many.
MOST_PIXELS = 10_000_000


@dataclass(frozen=True)
class Prints:
    """
    A developed picture: format of the original, size as the reader sees it, renditions with the smallest first, and
    what the file says of itself, as a photo remembers it.
    """

    format: str
    width: int
    height: int
    content_hash: str
    renditions: tuple[Rendition, ...]
    embedded: dict = field(default_factory=dict)
    focus: tuple[int, int] | None = None  # of the crops among the renditions

    def cropped(self, focus=MIDDLE):
        """The same prints with the crops around this point, in percent of the picture, and no others."""
        if self.focus and tuple(self.focus) == focus:
            return self
        whole = tuple(rendition for rendition in self.renditions if not rendition.crop)
        largest = [rendition for rendition in whole if rendition.format == "jpeg"][-1]
        return replace(self, renditions=(*whole, *crops(largest.content, focus)), focus=focus)

    def labelled(self, packet):
        """The same prints, each with this packet of XMP."""
        rows = (replace(row, content=labelled(row.content, row.format, packet)) for row in self.renditions)
        return replace(self, renditions=tuple(rows))


def develop(file, filename=""):
    """Checks the file by decoding it and makes its renditions. Raises PictureRefused."""
    try:
        negative = open_negative(file, filename)
        with negative.in_turn:
            sizes = rendition_sizes(*negative.upright_size)
            picture = upright(negative, *sizes[-1])
        embedded = read_embedded(blocks_of(negative.info)).record
        renditions = tuple(print_renditions(picture, sizes))
    except (PictureRefused, MemoryError):
        raise
    except Exception as error:
        # Decoders answer hostile and broken files with errors of every kind; to the uploader all mean one thing.
        raise PictureRefused("damaged") from error
    width, height = negative.upright_size
    return Prints(negative.format, width, height, content_hash(file), renditions, embedded)


def print_renditions(picture, sizes):
    """Largest first, each made from the one before; told with the smallest first."""
    made = []
    for size in reversed(sizes):
        picture = picture if picture.size == size else picture.resize(size, Image.Resampling.LANCZOS)
        made = [encode(picture, format) for format in AT_ONCE] + made
    return made


def rendition_sizes(width, height):
    """(width, height) of each step, smallest first, never larger than the picture itself."""
    widest = min(width, WIDTHS[-1], max(1, LONGEST * width // height), max(1, isqrt(MOST_PIXELS * width // height)))
    widths = [step for step in WIDTHS if step <= widest]
    if not widths or widest >= widths[-1] * WORTH_A_STEP:
        widths.append(widest)
    return [(step, min(LONGEST, max(1, round(height * step / width)))) for step in widths]


def content_hash(file):
    file.seek(0)
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    file.seek(0)
    return digest
