"""IIM, the newsroom wires' record of 1991: datasets one after the other, each with its length in bytes."""

from media.embedded.characters import encoding_of, words
from media.embedded.fields import FIELDS, IIM_DATE, IIM_TIME, MOST_VALUES

LARGEST = 2**20
MOST_DATASETS = 2_000
MARK = 0x1C
CHARSET_SET = (1, 90)
UTF8 = b"\x1b%G"
WANTED = {field.iim[0] for field in FIELDS if field.iim} | {IIM_DATE, IIM_TIME}


def read_iim(block):
    """({name of a field: its Words}, day and time, whether the block was whole): a wrong length ends it there."""
    datasets, is_whole = datasets_of(block[:LARGEST])
    said = [value for values in datasets.values() for value in values]
    encoding, marked = encoding_of(said), datasets.pop(CHARSET_SET, [b""])[0] == UTF8
    found = {}
    for field in FIELDS:
        values = datasets.get((2, field.iim[0]), []) if field.iim else []
        is_guess = marked and encoding != "utf-8"
        texts = [
            words(value, encoding, limit=field.iim[1], longest=field.longest, is_guess=is_guess) for value in values
        ]
        if texts := [text for text in texts if text.text]:
            found[field.name] = texts if field.is_list else texts[:1]
    return found, taken(datasets), is_whole and len(block) <= LARGEST


def taken(datasets):
    """20261121 and 150405+0800, as they stand there."""
    return tuple(datasets.get((2, number), [b""])[0].decode("latin-1") for number in (IIM_DATE, IIM_TIME))


def datasets_of(block):
    found: dict[tuple[int, int], list[bytes]] = {}
    at, count = 0, 0
    while at + 5 <= len(block) and block[at] == MARK:
        count += 1
        record, number = block[at + 1], block[at + 2]
        size, at = size_at(block, at + 3)
        if size > len(block) - at or count > MOST_DATASETS:
            return found, False
        if is_wanted(record, number) and len(found.get((record, number), [])) < MOST_VALUES:
            found.setdefault((record, number), []).append(block[at : at + size])
        at += size
    return found, not block[at:].strip(b"\0")


def size_at(block, at):
    """Two bytes; where their first bit is set they tell how many bytes the real length has."""
    size = int.from_bytes(block[at : at + 2], "big")
    if size < 0x8000:
        return size, at + 2
    behind = at + 2 + (size & 0x7FFF)
    return int.from_bytes(block[at + 2 : min(behind, at + 10)], "big"), behind


def is_wanted(record, number):
    return (record == 2 and number in WANTED) or (record, number) == CHARSET_SET
