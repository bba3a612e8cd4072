from django.utils.functional import cached_property

from desk.addresses import address


class Shown:
    """A photo's files as a page shows them: one of its crops (`media.imaging.cropping`), or the whole picture."""

    def __init__(self, photo, crop=""):
        self.photo, self.crop = photo, crop

    def __bool__(self):
        return bool(self.as_format("jpeg"))

    @cached_property
    def files(self):
        """Rows by their format, smallest first."""
        found = {}
        for row in sorted(self.photo.renditions, key=lambda row: row["width"]):
            if row.get("crop", "") == self.crop:
                found.setdefault(row["format"], []).append(row)
        return found

    def as_format(self, format):
        """Smallest first."""
        return self.files.get(format, [])

    @cached_property
    def folder(self):
        """The address that all its files share: a page with twenty pictures names hundreds of them."""
        name = self.photo.renditions[0]["name"]
        return self.photo.rendition_url(name).removesuffix(name)

    @property
    def sources(self):
        """(content type, srcset) for <source>, the formats that shrink a picture most first; JPEG is for <img>."""
        webp = {row["width"]: row for row in self.as_format("webp")}
        avif = {row["width"]: row for row in self.as_format("avif")}
        # Where AVIF is not worth it a step of it is WebP, which whoever reads AVIF reads too: with a step missing
        # readers would get the next larger one.
        ladders = {"image/avif": webp | avif if avif else {}, "image/webp": webp}
        return [(type, self.srcset(rows.values())) for type, rows in ladders.items() if rows]

    @property
    def jpeg_srcset(self):
        return self.srcset(self.as_format("jpeg"))

    @property
    def largest(self):
        """The largest JPEG with its address, for <img>, feeds and social networks; None before it is developed."""
        return self.addressed(self.as_format("jpeg")[-1:])

    @property
    def thumbnail(self):
        return self.addressed(self.as_format("webp")[:1])

    def srcset(self, rows):
        return ", ".join(f"{self.folder}{row['name']} {row['width']}w" for row in rows)

    def addressed(self, rows):
        return {**rows[0], "url": self.folder + rows[0]["name"]} if rows else None


class Served:
    """A photo as pages show it. Asks the database nothing."""

    # Of a page that serves its pictures itself and names no public address: where they lie for it.
    served_under = ""

    def shown(self, crop=""):
        """Whole where this crop is not made: of a picture too small for it, or of one the worker has not come to."""
        return Shown(self, crop) or Shown(self)

    def renditions_as(self, format):
        """Of the whole picture, smallest first."""
        return Shown(self).as_format(format)

    def rendition_url(self, name):
        return self.served_under + name if self.served_under else address("public_file", self.key, name)

    @property
    def largest(self):
        return Shown(self).largest

    @property
    def thumbnail(self):
        return Shown(self).thumbnail

    @property
    def thumbnail_url(self):
        thumbnail = self.thumbnail
        return thumbnail["url"] if thumbnail else ""

    @property
    def is_upright(self):
        return self.height > self.width

    @property
    def megapixels(self):
        return round(self.width * self.height / 1_000_000, 1)
