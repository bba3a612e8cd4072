"""
A JPEG decoded a component at a time: its brightness first, then its colours, each as a grey JPEG of its own.

libjpeg keeps every coefficient of a JPEG of several scans until the last of them is read: 450 to 900 MB of a
progressive one with 150 megapixels. Written out alone, a component needs 300. Scans of fine detail belong to one
component by the standard and are copied; the coarse ones, of several, are taken apart first (`interleaving`).
"""

import struct
from tempfile import TemporaryFile

from PIL import Image, ImageChops

from media.imaging.interleaving import OWN_TABLE, OWN_TABLE_BODY, taken_apart
from media.imaging.refusal import PictureRefused
from media.imaging.scans import BASELINE, CHUNK, DHT, DQT, DRI, PROGRESSIVE, SOS

SOI, EOI = b"\xff\xd8", b"\xff\xd9"


def is_separable(layout):
    """A file whose own table lies where ours would, or that restarts in its scans, is not; nobody writes such."""
    frame = layout.frame
    if not frame or frame.marker not in (*BASELINE, PROGRESSIVE) or len(layout.components) not in MERGERS:
        return False
    return all(is_separable_segment(segment, frame.marker) for segment in layout.segments)


def is_separable_segment(segment, frame):
    if segment.marker == DRI:
        return segment.body == b"\0\0"
    if segment.marker == DHT:
        return OWN_TABLE not in tables_in(segment.body)
    return segment.marker == DQT or len(segment.tables) == 1 or (frame == PROGRESSIVE and segment.is_of_dc)


def tables_in(body):
    """{name: (how many codes there are of each length, what each means)}: a segment may hold several tables."""
    tables, at = {}, 0
    while at + 17 <= len(body):
        counts = body[at + 1 : at + 17]
        tables[body[at]] = (counts, body[at + 17 : at + 17 + sum(counts)])
        at += 17 + sum(counts)
    return tables


def component_by_component(file, layout, source, size):
    """The picture in this size. `source` is Pillow's, which knows how the colours are meant."""
    if not layout.is_whole:
        raise PictureRefused("damaged")
    coarse, planes = coarse_scans(file, layout), []
    for component in layout.components:
        with TemporaryFile() as alone:
            write_alone(alone, file, layout, component, coarse)
            planes.append(grey(alone, size))
    return MERGERS[len(planes)](planes, source.info)


def coarse_scans(file, layout):
    """{where a scan of several components begins: {component's id: its part of it}}"""
    tables, coarse = {}, {}
    for segment in layout.segments:
        if segment.marker == DHT:
            tables |= tables_in(segment.body)
        elif segment.marker == SOS and len(segment.tables) > 1:
            coarse[segment.start] = taken_apart(b"".join(content_of(segment, file)), layout, segment, tables)
    return coarse


def write_alone(alone, file, layout, component, coarse):
    precision, size = layout.frame.body[:1], struct.pack(">HH", *reversed(layout.size_of(component)))
    frame = precision + size + bytes([1, component.id, 0x11, component.table])
    alone.write(SOI + segment_of(layout.frame.marker, frame) + segment_of(DHT, OWN_TABLE_BODY))
    for segment in layout.segments:
        if segment.marker != SOS:
            alone.write(segment_of(segment.marker, segment.body))
        elif component.id in segment.tables:
            alone.writelines(scan_alone(file, segment, component, coarse))
    alone.write(EOI)


def scan_alone(file, scan, component, coarse):
    is_coarse = scan.start in coarse
    table = OWN_TABLE << 4 if is_coarse else scan.tables[component.id]
    yield segment_of(SOS, bytes([1, component.id, table]) + scan.body[-3:])
    yield from [coarse[scan.start][component.id]] if is_coarse else content_of(scan, file)


def content_of(scan, file):
    for at in range(scan.start, scan.end, CHUNK):
        file.seek(at)
        yield file.read(min(CHUNK, scan.end - at))


def segment_of(marker, body):
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def grey(file, size):
    file.seek(0)
    with Image.open(file, formats=["JPEG"]) as picture:
        picture.draft("L", size)
        return picture.resize(size, Image.Resampling.LANCZOS)


def merged_of_three(planes, info):
    is_rgb = info.get("adobe_transform") == 0 and "jfif" not in info
    return Image.merge("RGB" if is_rgb else "YCbCr", planes).convert("RGB")


def merged_of_four(planes, info):
    """As Pillow does it: inks are taken to be inverted, with or without the detour over brightness and colour."""
    if info.get("adobe_transform") == 2:
        colours = Image.merge("YCbCr", planes[:3]).convert("RGB").split()
        return Image.merge("CMYK", [*colours, ImageChops.invert(planes[3])])
    return ImageChops.invert(Image.merge("CMYK", planes))


MERGERS = {1: lambda planes, info: planes[0], 3: merged_of_three, 4: merged_of_four}
