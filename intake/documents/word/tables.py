"""Tables of Word as lines of the light markup: | a | b |."""


def cells_of(table):
    """Rows of pairs (cell, how many columns it spans); tracked rows that were deleted are gone."""
    for row in rows_of(table):
        yield [(cell, span_of(cell)) for cell in parts_of(row, "tc")]


def rows_of(table):
    return [row for row in parts_of(table, "tr") if row.find("trPr/del") is None]


def parts_of(element, tag):
    """Children of one kind, also those inside a content control or a tracked change."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in ("sdt", "sdtContent", "customXml", "ins", "smartTag"):
            yield from parts_of(child, tag)


def span_of(cell):
    value = cell.find("tcPr/gridSpan")
    number = "1" if value is None else value.get("val", "1")
    return min(int(number), 60) if number.isascii() and number.isdecimal() else 1


def goes_on_from_above(cell):
    merge = cell.find("tcPr/vMerge")
    return merge is not None and merge.get("val", "continue") == "continue"


def is_layout(table, rows):
    """A table that only puts things in their places: a photo over its caption, a frame around a text."""
    widest = max((sum(span for _, span in row) for row in rows), default=0)
    return widest < 2 or any(element.tag in ("blip", "imagedata", "tbl") for element in table.iterfind(".//*"))


def has_head(table):
    first = next(iter(rows_of(table)), None)
    return first is not None and first.find("trPr/tblHeader") is not None


def line_of(words):
    return "| " + " | ".join(cell.replace("|", "｜") for cell in words) + " |"


def lines_of(rows, head):
    """Rows of words; all as wide as the widest."""
    width = max(map(len, rows))
    lines = [line_of(row + [""] * (width - len(row))) for row in rows]
    return [lines[0], line_of(["---"] * width), *lines[1:]] if head and len(lines) > 1 else lines
