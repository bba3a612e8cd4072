"""How a JPEG is laid out: its frame, its scans, and the tables between them. No pixel is decoded for that."""

import re
import struct
from dataclasses import dataclass, field
from typing import NamedTuple

EOI, SOS, DQT, DHT, DRI = 0xD9, 0xDA, 0xDB, 0xC4, 0xDD
FRAMES = {*range(0xC0, 0xD0)} - {DHT, 0xC8, 0xCC}
BASELINE, PROGRESSIVE = (0xC0, 0xC1), 0xC2
# What libjpeg takes for a marker. 0xFF before a zero is a byte of the picture, D0 to D7 are its restarts.
MARKER = re.compile(rb"\xff[^\x00\x01\xff\xd0-\xd7]")
CHUNK = 1 << 20
ENOUGH = 1000  # tables and scans


class Component(NamedTuple):
    id: int
    across: int
    down: int
    table: int


class Segment(NamedTuple):
    marker: int
    body: bytes
    start: int = 0  # of a scan's own bytes in the file
    end: int = 0

    @property
    def tables(self):
        """Of a scan: {component's id: its Huffman tables}."""
        return dict(struct.iter_unpack("BB", self.body[1 : 1 + 2 * self.body[0]]))

    @property
    def is_of_dc(self):
        return self.body[-3] == 0

    @property
    def refines(self):
        return self.body[-1] >> 4 > 0


@dataclass
class Layout:
    frame: Segment | None = None
    segments: list[Segment] = field(default_factory=list)  # tables and scans, in the file's order
    is_whole: bool = False  # it has an end

    @property
    def size(self):
        height, width = struct.unpack_from(">HH", self.frame.body, 1)
        return width, height

    @property
    def components(self):
        body = self.frame.body
        return [Component(id, both >> 4, both & 15, table) for id, both, table in struct.iter_unpack("BBB", body[6:])]

    @property
    def _most(self):
        return max(one.across for one in self.components), max(one.down for one in self.components)

    @property
    def units(self):
        """How many there are side by side and below each other, where scans hold several components."""
        return tuple(ceil(side, 8 * most) for side, most in zip(self.size, self._most, strict=True))

    def size_of(self, component):
        """Colours may have fewer pixels than brightness."""
        parts = zip(self.size, component[1:3], self._most, strict=True)
        return tuple(ceil(side * part, most) for side, part, most in parts)

    def blocks_of(self, component):
        return tuple(ceil(side, 8) for side in self.size_of(component))

    def components_of(self, scan):
        return [component for component in self.components if component.id in scan.tables]

    @property
    def scans(self):
        return [segment for segment in self.segments if segment.marker == SOS]

    @property
    def has_several_scans(self):
        """A baseline JPEG has them too where its first scan leaves components out."""
        if len(self.segments) >= ENOUGH:
            return True
        if not (self.frame and self.scans):
            return False
        return self.frame.marker not in BASELINE or len(self.scans[0].tables) < len(self.components)


def layout_of(file):
    """Of a JPEG with one scan only as far as that scan. What is broken ends the layout: the decoder will say so."""
    layout, at = Layout(), 2
    while len(layout.segments) < ENOUGH:
        segment = next_segment(file, at)
        layout.is_whole = segment is not None and segment.marker == EOI
        if segment is None or layout.is_whole:
            break
        at = segment.end
        if segment.marker in FRAMES:
            layout.frame = segment
        elif segment.marker == SOS:
            at = next_marker(file, at)
            layout.segments.append(segment._replace(end=at))
            if not layout.has_several_scans:
                break
        elif segment.marker in (DQT, DHT, DRI):
            layout.segments.append(segment)
    return layout


def ceil(whole, part):
    return -(-whole // part)


def next_segment(file, at):
    """None where the file ends. Whatever stands before the marker is passed over, as libjpeg does."""
    at = next_marker(file, at)
    file.seek(at)
    marker, length = file.read(2)[1:], int.from_bytes(file.read(2), "big")
    if not marker:
        return None
    after = at + 2 + length
    return Segment(marker[0], file.read(max(0, length - 2)), after, after)


def next_marker(file, at):
    """Where it stands; or where the file ends."""
    file.seek(at)
    rest = file.read(2)
    at += len(rest)
    while not (found := MARKER.search(rest)):
        chunk = file.read(CHUNK)
        if not chunk:
            return at
        at += len(chunk)
        rest = rest[-1:] + chunk
    return at - len(rest) + found.start()
