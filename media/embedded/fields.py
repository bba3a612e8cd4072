"""The fields that the paper reads, with the place of each in XMP, IIM and EXIF."""

from typing import NamedTuple

DC = "http://purl.org/dc/elements/1.1/"
PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"
RIGHTS = "http://ns.adobe.com/xap/1.0/rights/"
CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
EXTENSION = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
# Where GB 45438—2025 puts the label of what was made by AI.
TC260 = "http://www.tc260.org.cn/ns/AIGC/1.0/"

LONG, SHORT, NAME = 5_000, 500, 100  # characters kept of one value
MOST_VALUES = 60


class Field(NamedTuple):
    name: str
    xmp: tuple[str, str]
    iim: tuple[int, int] | None = None  # dataset of record 2, and the bytes that it may hold
    exif: int | None = None
    is_list: bool = False
    longest: int = SHORT


FIELDS = (
    Field("headline", (PHOTOSHOP, "Headline"), (105, 256)),
    Field("caption", (DC, "description"), (120, 2000), 0x010E, longest=LONG),
    Field("creators", (DC, "creator"), (80, 32), 0x013B, is_list=True, longest=NAME),
    Field("job_title", (PHOTOSHOP, "AuthorsPosition"), (85, 32)),
    Field("credit_line", (PHOTOSHOP, "Credit"), (110, 32)),
    Field("source", (PHOTOSHOP, "Source"), (115, 32)),
    Field("copyright", (DC, "rights"), (116, 128), 0x8298),
    Field("usage_terms", (RIGHTS, "UsageTerms"), longest=LONG),
    Field("instructions", (PHOTOSHOP, "Instructions"), (40, 256), longest=LONG),
    Field("city", (PHOTOSHOP, "City"), (90, 32)),
    Field("location", (CORE, "Location"), (92, 32)),
    Field("province", (PHOTOSHOP, "State"), (95, 32)),
    Field("country", (PHOTOSHOP, "Country"), (101, 64)),
    Field("keywords", (DC, "subject"), (25, 64), is_list=True, longest=NAME),
    Field("alt", (CORE, "AltTextAccessibility")),
    Field("extended_description", (CORE, "ExtDescrAccessibility"), longest=LONG),
    Field("job", (PHOTOSHOP, "TransmissionReference"), (103, 32)),
    Field("digital_source_type", (EXTENSION, "DigitalSourceType")),
    Field("ai_label", (TC260, "AIGC"), longest=LONG),
)
# Its parts stand apart in IIM and EXIF: a date, a time, a zone.
TAKEN_AT = Field("taken_at", (PHOTOSHOP, "DateCreated"))
IIM_DATE, IIM_TIME = 55, 60
EXIF_TAKEN, EXIF_ZONE = 0x9003, 0x9011
