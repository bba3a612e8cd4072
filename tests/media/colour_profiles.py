"""Colour profiles made by hand, whose every value is known."""

import struct


def profile(kind, space, tags):
    """An ICC profile of version 2. kind: mntr is a screen, prtr a press; tags: pairs of name and bytes."""
    table, body, at = b"", b"", 128 + 4 + 12 * len(tags)
    for name, content in tags:
        content += b"\0" * (-len(content) % 4)
        table += struct.pack(">4sLL", name, at + len(body), len(content))
        body += content
    size = at + len(body)
    head = struct.pack(">L4sL4s4s4s12s4s", size, b"\0" * 4, 0x02400000, kind, space, pcs_of(kind), b"\0" * 12, b"acsp")
    head += b"\0" * 28 + struct.pack(">LLL", 0xF6D6, 0x10000, 0xD32D)
    return head.ljust(128, b"\0") + struct.pack(">L", len(tags)) + table + body


def pcs_of(kind):
    return b"XYZ " if kind == b"mntr" else b"Lab "


def xyz(*values):
    return b"XYZ \0\0\0\0" + struct.pack(">lll", *(round(value * 65536) for value in values))


def display_p3():
    """A phone's: redder reds and greener greens than sRGB, with a plain gamma of 2.2."""
    curve = b"curv\0\0\0\0" + struct.pack(">LH", 1, round(2.2 * 256))
    colours = {b"rXYZ": (0.5151, 0.2412, -0.0011), b"gXYZ": (0.2920, 0.6922, 0.0419), b"bXYZ": (0.1571, 0.0666, 0.7841)}
    tags = [(name, xyz(*values)) for name, values in colours.items()]
    tags += [(name, curve) for name in (b"rTRC", b"gTRC", b"bTRC")]
    return profile(b"mntr", b"RGB ", [*tags, (b"wtpt", xyz(0.9642, 1, 0.8249))])


def odd_press():
    """A press whose cyan ink is green, and where any two inks, or black, are black."""
    green, white, black = bytes([224, 128 - 79, 128 + 80]), bytes([255, 128, 128]), bytes([0, 128, 128])
    inks = {0b0000: white, 0b1000: green, 0b0100: bytes([136, 208, 195]), 0b0010: bytes([248, 107, 222])}
    straight, identity = bytes(range(256)), struct.pack(">9l", *(65536 if at % 4 == 0 else 0 for at in range(9)))
    table = b"".join(inks.get(which, black) for which in range(16))
    lookup = b"mft1\0\0\0\0" + bytes([4, 3, 2, 0]) + identity + straight * 4 + table + straight * 3
    return profile(b"prtr", b"CMYK", [(b"A2B0", lookup), (b"wtpt", xyz(0.9642, 1, 0.8249))])
