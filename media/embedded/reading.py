"""Everything that a file says of itself, read once at upload. Whatever is broken in it is a doubt, and no error."""

from typing import NamedTuple

from media.embedded import dates
from media.embedded.characters import Words, cleaned
from media.embedded.choosing import EXIF, IIM, XMP, Said, chosen
from media.embedded.exif import read_exif
from media.embedded.fields import FIELDS, TAKEN_AT
from media.embedded.iim import read_iim
from media.embedded.origins import source_type
from media.embedded.xmp import Unreadable, read_xmp

UNKNOWN = "unknown"  # a code that is none of IPTC's
UNREAD = {XMP: "xmp_unread", IIM: "iim_unread", EXIF: "exif_unread"}


class Blocks(NamedTuple):
    """As they lie in the file."""

    xmp: bytes = b""
    iim: bytes = b""
    exif: bytes = b""


class Embedded(NamedTuple):
    said: dict[str, Said]
    doubts: tuple[str, ...] = ()  # blocks that could not be read, or not to their end

    @property
    def record(self):
        """As a photo remembers it; empty where the file says nothing."""
        said = {name: said.record for name, said in self.said.items()}
        return {name: part for name, part in (("said", said), ("doubts", list(self.doubts))) if part}


def blocks_of(info):
    """info: of a picture opened by Pillow or pi_heif. A PNG names its own behind the pixels: ask once it is decoded."""
    resources = info.get("photoshop")
    iim = resources.get(0x0404, b"") if isinstance(resources, dict) else b""
    return Blocks(*(as_bytes(block) for block in (info.get("xmp"), iim, info.get("exif"))))


def as_bytes(block):
    if isinstance(block, str):
        return block.encode("utf-8", "surrogatepass")
    return block if isinstance(block, bytes) else b""


def read_embedded(blocks):
    xmp, xmp_read = said_in_xmp(blocks.xmp)
    iim, iim_taken, iim_read = read_iim(blocks.iim) if blocks.iim else ({}, ("", ""), True)
    exif, exif_taken, exif_read = read_exif(blocks.exif) if blocks.exif else ({}, ("", ""), True)
    places = ((XMP, xmp), (IIM, iim), (EXIF, exif))
    said = {}
    for field in FIELDS:
        offers = [(place, texts[field.name]) for place, texts in places if field.name in texts]
        if offers:
            said[field.name] = chosen(field, offers)
    if moment := taken(xmp, iim_taken, exif_taken):
        said[TAKEN_AT.name] = moment
    are_read = ((XMP, xmp_read), (IIM, iim_read), (EXIF, exif_read))
    return Embedded(with_known_source(said), tuple(UNREAD[place] for place, is_read in are_read if not is_read))


def said_in_xmp(block):
    """({name of a field: its Words}, whether the block could be read)."""
    try:
        texts = read_xmp(block) if block.strip(b"\0 \t\r\n") else {}
    except Unreadable:
        return {}, False
    found = {}
    for field in (*FIELDS, TAKEN_AT):
        said = [cleaned(text, field.longest) for text in texts.get(field.name, [])]
        if said := [text for text in said if text.text]:
            found[field.name] = said if field.is_list else said[:1]
    return found, True


def taken(xmp, iim, exif):
    """The first that names a day; a later one that knows the hour or the zone of it completes it."""
    in_xmp = next(iter(xmp.get(TAKEN_AT.name, [Words("")]))).text
    said = [(XMP, dates.from_xmp(in_xmp)), (IIM, dates.from_iim(*iim)), (EXIF, dates.from_exif(*exif))]
    said = [(place, moment) for place, moment in said if moment]
    if not said:
        return None
    first = said[0][1]
    place, moment = max(said, key=lambda one: len(one[1]) if one[1].startswith(first) else 0)
    return Said(moment, place)


def with_known_source(said):
    """IPTC's address of how the picture came about gives way to its code; another one stays, to be looked at."""
    named = said.get("digital_source_type")
    if named:
        code = source_type(named.value)
        said["digital_source_type"] = named._replace(value=code) if code else named._replace(doubt=UNKNOWN)
    return said
