"""All that a photo's file says of itself, as a table for the desk."""

from media.doubts import name_of

PLACES = {"xmp": "XMP", "iim": "IIM", "exif": "EXIF"}


def rows_of(photo):
    """(name of the field, what it says, from where, whether that is doubtful)"""
    for name, said in photo.embedded.get("said", {}).items():
        words = "、".join(said["value"]) if isinstance(said["value"], list) else said["value"]
        yield name_of(photo, name), words, PLACES.get(said["from"], ""), bool(said.get("doubt"))
