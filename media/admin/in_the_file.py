"""All that a photo's file says of itself, as a table for the desk."""

from media.doubts import name_of
from media.models.described import ORIGINS

PLACES = {"xmp": "XMP", "iim": "IIM", "exif": "EXIF"}


def rows_of(photo):
    """(name of the field, what it says, from where, whether that is doubtful)"""
    for name, said in photo.embedded.get("said", {}).items():
        yield name_of(photo, name), in_words(name, said["value"]), PLACES.get(said["from"], ""), bool(said.get("doubt"))


def in_words(name, value):
    if name == "digital_source_type":
        return ORIGINS.get(value, value)
    return "、".join(value) if isinstance(value, list) else value
