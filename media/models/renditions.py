from django.urls import reverse


class Served:
    """A photo as pages show it. Asks the database nothing."""

    def renditions_as(self, format):
        """Smallest first."""
        return [rendition for rendition in self.renditions if rendition["format"] == format]

    def rendition_url(self, name):
        return reverse("public_file", args=[self.key, name])

    def srcset(self, format):
        sizes = self.renditions_as(format)
        return ", ".join(f"{self.rendition_url(size['name'])} {size['width']}w" for size in sizes)

    @property
    def sources(self):
        """(content type, srcset) for <source>, the formats that shrink a picture most first; JPEG is for <img>."""
        formats = [format for format in ("avif", "webp") if self.renditions_as(format)]
        return [(f"image/{format}", self.srcset(format)) for format in formats]

    @property
    def jpeg_srcset(self):
        return self.srcset("jpeg")

    @property
    def largest(self):
        """The largest JPEG with its address, for <img>, feeds and social networks; None before it is developed."""
        sizes = self.renditions_as("jpeg")
        return {**sizes[-1], "url": self.rendition_url(sizes[-1]["name"])} if sizes else None

    @property
    def thumbnail(self):
        sizes = self.renditions_as("webp")
        return {**sizes[0], "url": self.rendition_url(sizes[0]["name"])} if sizes else None

    @property
    def thumbnail_url(self):
        return self.thumbnail["url"] if self.thumbnail else ""

    @property
    def is_upright(self):
        return self.height > self.width

    @property
    def megapixels(self):
        return round(self.width * self.height / 1_000_000, 1)
