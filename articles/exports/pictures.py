"""Which of a photo's renditions an export holds. Originals go beside the texts, in an archive of their own."""

from django.core.files.storage import default_storage

from media.darkroom import public_path

RECOGNISED = 640  # pixels wide: enough for a layout desk to know which picture it is
MOST_BYTES = 1_000_000


def small_jpeg(photo):
    """(bytes, width, height), or None where the photo is not developed or its file has gone."""
    rows = photo.renditions_as("jpeg")
    row = next((row for row in rows if row["width"] >= RECOGNISED), rows[-1] if rows else None)
    content = content_of(photo, row)
    return (content, row["width"], row["height"]) if content else None


def large_jpeg(photo, most=MOST_BYTES):
    """The largest that has at most so many bytes, else the smallest there is; nothing where there is none."""
    rows = photo.renditions_as("jpeg")
    fitting = [row for row in rows if row["bytes"] <= most] or rows[:1]
    return content_of(photo, fitting[-1]) if fitting else b""


def content_of(photo, row):
    if row is None:
        return b""
    try:
        with default_storage.open(public_path(photo.key, row["name"])) as file:
            return file.read()
    except FileNotFoundError:
        return b""
