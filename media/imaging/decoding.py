"""From a negative to a small upright picture in plain RGB, within bounded memory."""

from io import BytesIO

from PIL import Image, ImageChops, ImageCms

from media.imaging import webp
from media.imaging.components import component_by_component

SRGB = ImageCms.createProfile("sRGB")
BAND = 256  # rows
# A WebP of more pixels is shrunk by libwebp while it decodes.
PLAIN_WEBP = 10_000_000
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def upright(negative, width, height):
    """The picture as the reader sees it, in this size: decoding all of it proves the file sound.

    Everything that makes copies is done to the small picture; its large one is let go of before.
    """
    size = (height, width) if negative.is_turned else (width, height)
    picture = resized(shrunk(negative, size), size)
    if negative.has_plain_inks:
        picture = ImageChops.invert(picture)
    turn = TURNS.get(negative.orientation)
    return in_srgb(picture.transpose(turn) if turn is not None else picture, negative.info.get("icc_profile"))


def shrunk(negative, least):
    """At least as large as asked."""
    if negative.layout:
        return component_by_component(negative.file, negative.layout, negative.taken(), least)
    if negative.format == "jpeg":
        return drafted(negative.taken(), least)
    if negative.format == "webp" and webp.LIBRARY and negative.width * negative.height > PLAIN_WEBP:
        negative.taken()
        return flat(webp.shrunk(negative.file, least))
    return reduced(negative.taken(), negative, least)


def resized(picture, size):
    return picture if picture.size == size else picture.resize(size, Image.Resampling.LANCZOS)


def drafted(source, least):
    """JPEG decodes to a half, a quarter or an eighth by itself. `draft` counts before rotation, so `least` does too."""
    source.draft(None, least)
    source.load()
    return flat(source)


def reduced(source, negative, least):
    """Shrinks by a whole factor, a band of rows at a time: a second full-size copy would not fit into memory."""
    factor = max(1, min(negative.width // least[0], negative.height // least[1]))
    size = (-(-negative.width // factor), -(-negative.height // factor))
    step = factor * max(1, BAND // factor)
    result = None
    for top in range(0, negative.height, step):
        band = flat(rows(source, negative, top, min(top + step, negative.height))).reduce(factor)
        result = result or Image.new(band.mode, size)
        result.paste(band, (0, top // factor))
    return result


def rows(source, negative, top, bottom):
    """The rows from top to bottom: cut from Pillow's picture, or read straight from libheif's memory."""
    if negative.format != "heic":
        return source.crop((0, top, negative.width, bottom))
    size, data = (negative.width, bottom - top), memoryview(source.data)[top * source.stride : bottom * source.stride]
    return Image.frombytes(source.mode, size, data, "raw", source.mode, source.stride)


def flat(image):
    """Eight bits a channel, transparency laid on white."""
    if image.mode.startswith("I;16"):
        return Image.frombytes("L", image.size, image.tobytes("raw", "I;16")[1::2])
    if image.has_transparency_data:
        return on_white(image.convert("RGBA"))
    return image if image.mode in {"L", "RGB", "CMYK"} else image.convert("RGB")


def on_white(image):
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def in_srgb(image, icc_profile):
    if icc_profile:
        try:
            profile = ImageCms.ImageCmsProfile(BytesIO(icc_profile))
            return ImageCms.profileToProfile(image, profile, SRGB, outputMode="RGB") or image
        except (ImageCms.PyCMSError, OSError):
            pass  # a broken profile, or one made for another kind of picture: the plain colours are the best there is
    return image if image.mode == "RGB" else image.convert("RGB")
