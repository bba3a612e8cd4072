"""
A progressive JPEG's coarse scans hold one value for each block of 8 × 8 pixels (DC), of all components in turn. Here
they are taken apart. The bits are read as text, by regular expressions made from the file's own Huffman tables: Python
has nothing faster in itself, and these scans are the small ones.
"""

import re
from array import array
from dataclasses import dataclass
from itertools import accumulate, chain, islice
from operator import sub

OWN_TABLE = 3  # its place among the tables for DC
# Sixteen codes of five bits, one for each number of bits that may follow.
OWN_TABLE_BODY = bytes([OWN_TABLE, *[0] * 4, 16, *[0] * 11, *range(16)])
MOST_BITS = 15
LONGEST = 16 + MOST_BITS  # a code and what follows it
CHUNK = 1 << 16


@dataclass
class Part:
    """A component in a scan: its blocks in each unit, and how its values are written there."""

    id: int
    across: int
    down: int
    columns: int  # of blocks that it really has: units may reach over the edge
    rows: int
    meanings: dict
    last: int = 0

    @property
    def blocks(self):
        return self.across * self.down

    def block_rows(self, columns, refines):
        """A row of units as rows of blocks. `columns`: each block's values from unit to unit."""
        if not refines:
            values = list(accumulate(chain.from_iterable(zip(*columns, strict=True)), initial=self.last))[1:]
            self.last, columns = values[-1], [values[place :: self.blocks] for place in range(self.blocks)]
        for first in range(0, self.blocks, self.across):
            beside = zip(*columns[first : first + self.across], strict=True)
            yield list(chain.from_iterable(beside))[: self.columns]


class Bits(dict):
    """A bit that makes a value finer."""

    pattern = "[01]"

    def __missing__(self, token):
        return int(token)


class Differences(dict):
    """{code and bits: difference to the block before}, by one Huffman table."""

    def __init__(self, counts, symbols):
        self.codes = dict(zip(codes_of(counts), symbols, strict=True))
        if max(symbols) > MOST_BITS:
            raise ValueError("No difference has so many bits.")
        self.pattern = "|".join(f"{code}.{{{bits}}}" for code, bits in self.codes.items())

    def __missing__(self, token):
        code = next(token[:length] for length in range(1, 17) if token[:length] in self.codes)
        bits = token[len(code) :]
        value = int(bits or "0", 2)
        self[token] = value if bits.startswith("1") or not bits else value - (1 << len(bits)) + 1
        return self[token]


class OwnCodes(dict):
    """The other way round, in our own table."""

    def __missing__(self, difference):
        bits = abs(difference).bit_length()
        if bits > MOST_BITS:
            raise ValueError("No difference is so large.")
        value = difference if difference > 0 else difference + (1 << bits) - 1
        self[difference] = f"{bits:05b}" + (f"{value:0{bits}b}" if bits else "")
        return self[difference]


def taken_apart(data, layout, scan, tables):
    """{component's id: its own scan}. Raises ValueError where bits are missing or mean nothing."""
    parts = [part_of(component, layout, scan, tables) for component in layout.components_of(scan)]
    values = {part.id: array("h") for part in parts}
    for columns in rows_of_units(data.replace(b"\xff\x00", b"\xff"), parts, *layout.units):
        for part in parts:
            own = list(islice(columns, part.blocks))
            for row in part.block_rows(own, scan.refines):
                values[part.id].extend(row)
    written = refinements if scan.refines else differences
    return {part.id: packed(written(values[part.id][: part.columns * part.rows])) for part in parts}


def part_of(component, layout, scan, tables):
    meanings = Bits() if scan.refines else Differences(*tables[scan.tables[component.id] >> 4])
    columns, rows = layout.blocks_of(component)
    return Part(component.id, component.across, component.down, columns, rows, meanings)


def rows_of_units(data, parts, across, down):
    """For each row of units, an iterator of the columns of all parts' blocks."""
    pattern = re.compile("".join(f"({part.meanings.pattern})" * part.blocks for part in parts))
    meanings = [part.meanings for part in parts for _block in range(part.blocks)]
    units = units_in(data, pattern, LONGEST * len(meanings))
    for _row in range(down):
        row = list(islice(units, across))
        if len(row) < across:
            raise ValueError("The scan ends early.")
        yield (
            list(map(words.__getitem__, column)) for words, column in zip(meanings, zip(*row, strict=True), strict=True)
        )


def units_in(data, pattern, longest):
    """The blocks' tokens, unit by unit. A unit that the text of the bits ends in is read with the next bits."""
    text = ""
    for start in range(0, len(data), CHUNK):
        text += bits_of(data[start : start + CHUNK])
        done = 0
        for found in pattern.finditer(text):
            if found.start() != done:
                break
            done = found.end()
            yield found.groups()
        text = text[done:]
        if len(text) > longest:
            raise ValueError("These bits mean nothing.")


def refinements(values):
    return map(str, values)


def differences(values):
    return map(OwnCodes().__getitem__, map(sub, values, chain([0], values)))


def codes_of(counts):
    """The codes of a Huffman table, shortest first, as text of their bits."""
    code = 0
    for length, count in enumerate(counts, start=1):
        for _ in range(count):
            yield f"{code:0{length}b}"
            code += 1
        code <<= 1


def bits_of(data):
    return bin(int.from_bytes(b"\x01" + data, "big"))[3:]


def packed(codes):
    """Text of bits as a scan's bytes, the last one filled up with ones."""
    content, rest = bytearray(), ""
    while piece := "".join(islice(codes, CHUNK)):
        text = rest + piece
        whole = len(text) // 8 * 8
        content += int(text[:whole] or "0", 2).to_bytes(whole // 8, "big")
        rest = text[whole:]
    if rest:
        content.append(int(rest.ljust(8, "1"), 2))
    return bytes(content).replace(b"\xff", b"\xff\x00")
