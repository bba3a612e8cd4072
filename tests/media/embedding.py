"""Metadata written by hand: XMP, IIM and EXIF as cameras, agencies and hostile programs put them into files."""

import struct
from xml.sax.saxutils import escape

from tests.pictures import encoded

NAMES = """xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
 xmlns:core="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:ext="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
 xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/\""""
UTF8_MARK = b"\x1c\x01\x5a\x00\x03\x1b%G"
BYLINE, CITY, CREDIT, HEADLINE, CAPTION, KEYWORD, DAY, HOUR = 80, 90, 110, 105, 120, 25, 55, 60
DESCRIPTION, ARTIST, COPYRIGHT, EXIF_DIRECTORY, GPS_DIRECTORY, TAKEN, ZONE = (
    *(0x010E, 0x013B, 0x8298),
    *(0x8769, 0x8825, 0x9003, 0x9011),
)


def rdf(inner):
    """Whatever stands in rdf:RDF."""
    return f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {NAMES}>{inner}</rdf:RDF></x:xmpmeta>'.encode()


def xmp(**properties):
    """photoshop_Headline="…" is a text, dc_creator=["…"] a list."""
    inner = "".join(element(name.replace("_", ":", 1), value) for name, value in properties.items())
    return rdf(f'<rdf:Description rdf:about="">{inner}</rdf:Description>')


def element(name, value):
    if isinstance(value, list):
        rows = "".join(f"<rdf:li>{escape(row)}</rdf:li>" for row in value)
        return f"<{name}><rdf:Seq>{rows}</rdf:Seq></{name}>"
    return f"<{name}>{escape(value)}</{name}>"


def iim(*datasets, marked=False):
    """Pairs of dataset and bytes."""
    rows = [b"\x1c\x02" + bytes([number]) + struct.pack(">H", len(value)) + value for number, value in datasets]
    return (UTF8_MARK if marked else b"") + b"".join(rows)


def exif(first=(), inner=(), *, order=">"):
    """Pairs of tag and bytes: those of the picture, and those of how it was taken."""
    start = 8
    head = (b"MM\0*" if order == ">" else b"II*\0") + struct.pack(order + "L", start)
    rows = [*first, (EXIF_DIRECTORY, None)] if inner else [*first]
    length = 2 + 12 * len(rows) + 4
    texts = sum(len(value) for _tag, value in first if len(value) > 4)
    body = directory(rows, start + length, order, elsewhere=start + length + texts)
    return head + body + (directory(inner, start + length + texts + 2 + 12 * len(inner) + 4, order) if inner else b"")


def directory(rows, texts_at, order, elsewhere=0):
    entries, texts = b"", b""
    for tag, value in rows:
        if value is None:
            entries += struct.pack(order + "HHLL", tag, 4, 1, elsewhere)
        elif len(value) <= 4:
            entries += struct.pack(order + "HHL", tag, 2, len(value)) + value.ljust(4, b"\0")
        else:
            entries += struct.pack(order + "HHLL", tag, 2, len(value), texts_at + len(texts))
            texts += value
    return struct.pack(order + "H", len(rows)) + entries + bytes(4) + texts


def with_iim(jpeg, block):
    """Photoshop's resource 0404 in a segment of a JPEG."""
    resource = b"8BIM\x04\x04\0\0" + struct.pack(">L", len(block)) + block + b"\0" * (len(block) % 2)
    content = b"Photoshop 3.0\0" + resource
    return jpeg[:2] + b"\xff\xed" + struct.pack(">H", len(content) + 2) + content + jpeg[2:]


def jpeg(*, xmp=b"", iim=b"", exif=b""):
    """A small JPEG that says all this of itself."""
    options = {"xmp": xmp} if xmp else {}
    options |= {"exif": b"Exif\0\0" + exif} if exif else {}
    content = encoded(**options)
    return with_iim(content, iim) if iim else content
