"""Bare pixels become the files that readers get."""

from dataclasses import dataclass
from io import BytesIO

ENCODERS = {
    "jpeg": {"suffix": "jpg", "format": "JPEG", "quality": 82, "optimize": True, "progressive": True},
    "webp": {"suffix": "webp", "format": "WEBP", "quality": 80},
    # One thread: the worker's second one would be a reader's.
    "avif": {"suffix": "avif", "format": "AVIF", "quality": 55, "speed": 6, "max_threads": 1},
}
AT_ONCE = ("jpeg", "webp")


@dataclass(frozen=True)
class Rendition:
    name: str
    format: str
    width: int
    height: int
    content: bytes
    crop: str = ""  # which one (`cropping.CROPS`); the whole picture else

    @property
    def record(self):
        """As the photo remembers it."""
        record = {
            "name": self.name,
            "format": self.format,
            "width": self.width,
            "height": self.height,
            "bytes": len(self.content),
        }
        return record | ({"crop": self.crop} if self.crop else {})


def encode(picture, format, *, stem="", crop="", **more):
    """Nothing of the camera's EXIF, least of all where it stood, goes into what is served."""
    options = ENCODERS[format] | more
    suffix = options.pop("suffix")
    buffer = BytesIO()
    picture.info = {}
    picture.save(buffer, **options)
    name = f"{stem or picture.width}.{suffix}"
    return Rendition(name, format, picture.width, picture.height, buffer.getvalue(), crop)
