"""AVIF: half of WebP's bytes for five times the processor's time, so nobody waits for it."""

from io import BytesIO

from PIL import Image

from media.imaging.cropping import CROPS, box, shrunk
from media.imaging.encoding import encode

# Below, a file is its head more than its picture; above, no page of ours shows one.
NARROWEST, WIDEST = 400, 1280
# Only long, narrow pictures have more; 3 megapixels are encoded in 120 MB.
MOST_PIXELS = 3_000_000


def is_worth(width, height):
    return NARROWEST <= width <= WIDEST and width * height <= MOST_PIXELS


def stem_of(record):
    return record["name"].rpartition(".")[0]


def avifs(content, records, focus, packet):
    """
    The same sizes and crops as these records of WebP have, cut from the largest rendition and with this XMP; only
    those that come out smaller.
    """
    picture = Image.open(BytesIO(content))
    picture.load()
    for record in records:
        made = avif(picture, record, focus, packet)
        if len(made.content) < record["bytes"]:
            yield made


def avif(picture, record, focus, packet):
    crop = record.get("crop", "")
    part = box(picture.size, CROPS[crop], focus) if crop else None
    small = shrunk(picture, (record["width"], record["height"]), part)
    return encode(small, "avif", stem=stem_of(record), crop=crop, xmp=packet)
