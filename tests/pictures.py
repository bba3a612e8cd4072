"""Pictures drawn in memory: small ones, and whatever else a test would like somebody to upload."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

RED, BLUE = (200, 30, 30), (30, 60, 200)


def draw(*, size=(64, 48), mode="RGB"):
    """The left half red, the right half blue, so that a turn can be seen."""
    width, height = size
    picture = Image.new("RGB", size, RED)
    picture.paste(BLUE, (width // 2, 0, width, height))
    return picture.convert(mode)


def encoded(picture=None, *, format="JPEG", **options):
    buffer = BytesIO()
    (picture or draw()).save(buffer, format, **options)
    return buffer.getvalue()


def upload(content=None, *, name="海边.jpg"):
    """As a browser would send it; without content a small JPEG."""
    return SimpleUploadedFile(name, encoded() if content is None else content)


def exif(*, orientation=1, gps=False):
    notes = Image.Exif()
    notes[0x0112] = orientation
    notes[0x010F] = "CameraMaker"
    if gps:
        notes.get_ifd(0x8825).update({1: "N", 2: (30.0, 15.0, 5.0), 3: "E", 4: (120.0, 1.0, 2.0)})
    return notes


def opened(content):
    picture = Image.open(BytesIO(content))
    picture.load()
    return picture
