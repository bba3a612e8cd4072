"""Pictures of which an AVIF is worth its while."""

from PIL import Image

from media.models import Photo
from tests.factories import make_photo
from tests.pictures import encoded, upload

AVIFS = ["640.avif", "list-480-50x50.avif", "wide-640-50x50.avif"]


def grainy(size=(700, 500)):
    """So that AVIF has something to save."""
    return upload(encoded(Image.effect_noise(size, 60).convert("RGB"), quality=90))


def make_grainy(**fields):
    return make_photo(file=grainy(), **fields)


def names(format="avif"):
    return sorted(row["name"] for row in Photo.objects.get().renditions if row["format"] == format)
