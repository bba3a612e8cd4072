"""
The XMP of a rendition, set into its bytes. Pillow would write it too, but only with the pixels: a credit put right
later must not cost another encoding, and JPEG loses something each time.
"""

import struct

XMP_MARK = b"http://ns.adobe.com/xap/1.0/\0"
APP0, APP1, APP15 = 0xE0, 0xE1, 0xEF
LARGEST_SEGMENT = 65_533
HAS_XMP = 0x04


def labelled(content, format, packet):
    """The same picture with this packet of XMP and no other; without one where it is empty. Of our own renditions."""
    return LABELLERS[format](content, packet)


def jpeg(content, packet):
    if len(XMP_MARK + packet) > LARGEST_SEGMENT:
        raise ValueError("The packet is longer than a segment of JPEG.")
    segments, at = leading_segments(content)
    kept = [segment for segment in segments if not segment[4:].startswith(XMP_MARK)]
    own = [b"\xff\xe1" + struct.pack(">H", 2 + len(XMP_MARK + packet)) + XMP_MARK + packet] if packet else []
    first = [segment for segment in kept if segment[1] == APP0]
    return b"".join([content[:2], *first, *own, *kept[len(first) :], content[at:]])


def leading_segments(content):
    """Those of applications (APP0 to APP15), and where they end."""
    segments, at = [], 2
    while content[at] == 0xFF and APP0 <= content[at + 1] <= APP15:
        end = at + 2 + struct.unpack_from(">H", content, at + 2)[0]
        segments.append(content[at:end])
        at = end
    return segments, at


def webp(content, packet):
    """A simple file (VP8) becomes an extended one (VP8X), whose first chunk tells its size and what else it has."""
    chunks = [(name, data) for name, data in chunks_of(content) if name not in (b"XMP ", b"VP8X")]
    if packet:
        chunks = [(b"VP8X", struct.pack("<L", HAS_XMP) + canvas(chunks)), *chunks, (b"XMP ", packet)]
    body = b"WEBP" + b"".join(chunk(name, data) for name, data in chunks)
    return b"RIFF" + struct.pack("<L", len(body)) + body


def chunks_of(content):
    at = 12
    while at + 8 <= len(content):
        name, size = struct.unpack_from("<4sL", content, at)
        yield name, content[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def chunk(name, data):
    return name + struct.pack("<L", len(data)) + data + b"\0" * (len(data) % 2)


def canvas(chunks):
    """Width and height, each less one, in three bytes; the picture itself has them behind ten bytes of its frame."""
    frame = dict(chunks)[b"VP8 "]
    width, height = struct.unpack_from("<HH", frame, 6)
    sides = ((side & 0x3FFF) - 1 for side in (width, height))
    return b"".join(side.to_bytes(3, "little") for side in sides)


LABELLERS = {"jpeg": jpeg, "webp": webp}
