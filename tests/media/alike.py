"""Drawn pictures with something to see in them, and what becomes of pictures on their way through other hands."""

from random import Random

from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageOps

from tests.pictures import encoded, opened, upload

FINENESS = (2, 3, 5, 8, 13, 21, 34)


def scene(number, *, size=(480, 320)):
    """Another one for each number: light and dark at every fineness, as photographs have it."""
    chance = Random(number)  # the same picture every time
    picture = Image.new("RGB", size, "grey")
    for fine in FINENESS:
        patches = Image.frombytes("RGB", (fine + 1, fine), chance.randbytes(3 * fine * (fine + 1)))
        picture = Image.blend(picture, patches.resize(size, Image.Resampling.BICUBIC), 0.25)
    return ImageOps.autocontrast(picture)


def scene_file(number, *, name="现场.jpg", quality=90):
    return upload(encoded(scene(number), quality=quality), name=name)


def smaller(picture):
    return picture.resize((picture.width // 2, picture.height // 2))


def recompressed(picture):
    return opened(encoded(picture, quality=30))


def trimmed(picture):
    """3 % off one side."""
    return picture.crop((0, 0, round(picture.width * 0.97), picture.height))


def brighter(picture):
    return ImageEnhance.Brightness(picture).enhance(1.15)


def darker(picture):
    return ImageEnhance.Brightness(picture).enhance(0.85)


def sharper(picture):
    return picture.filter(ImageFilter.UnsharpMask(2, 150, 2))


def grey(picture):
    return picture.convert("L").convert("RGB")


def marked(picture):
    """A watermark in the corner."""
    wide, high = picture.size
    return painted(picture, (wide * 0.72, high * 0.9, wide * 0.97, high * 0.96), (255, 255, 255, 170))


def barred(picture):
    """A bar for a caption across the foot."""
    return painted(picture, (0, picture.height * 0.93, picture.width, picture.height), (0, 0, 0, 255))


def painted(picture, box, colour):
    picture = picture.copy()
    ImageDraw.Draw(picture, "RGBA").rectangle(box, fill=colour)
    return picture
