"""The one table, for a terminal and for docs/PERFORMANCE.md alike: ratios first."""

HEADS = ["page", "ratio", "at most", "ms", "minimal ms", "p95 ms", "queries", "minimal", "bytes", "gzipped"]


def table(rows, before=None):
    """before: {kind: row of an earlier run} of another size, beside which each page's growth stands."""
    heads = [*HEADS, "growth", "queries then"] if before is not None else HEADS
    lines = [cells(row, before) for row in rows]
    widths = [max(len(line[at]) for line in [heads, *lines]) for at in range(len(heads))]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join(framed(line, widths) for line in [heads, rule, *lines])


def framed(line, widths):
    first, *others = [
        cell.ljust(width) if not at else cell.rjust(width)
        for at, (cell, width) in enumerate(zip(line, widths, strict=True))
    ]
    return "| " + " | ".join([first, *others]) + " |"


def cells(row, before):
    line = [
        row.kind,
        number(row.ratio) + ("!" if row.is_missed else ""),
        number(row.at_most),
        number(row.cpu),
        number(row.plain),
        number(row.wall),
        str(row.queries),
        number(row.plain_queries),
        f"{row.bytes:,}",
        f"{row.gzipped:,}",
    ]
    return line if before is None else [*line, *growth(row, before.get(row.kind))]


def growth(row, then):
    """How many times what the page cost in the other archive, and the statements that it sent there."""
    if then is None:
        return ["", ""]
    return [number(row.cpu / then["cpu"]), str(then["queries"])]


def number(value):
    if value is None:
        return ""
    return str(value) if isinstance(value, int) else f"{value:.2f}"
