"""The spans of a source: every character of it lies in exactly one piece with one kind."""

from intake.reading.result import Span


def spans_of(page, marks_of_stories, page_heads):
    """Cut the source by what was read; what no one claimed is white space or unread."""
    claimed = sorted(
        (start, end, kind, story)
        for story, kind, strand in claims(marks_of_stories, page_heads)
        for start, end in strand.runs
        if end > start
    )
    spans, at = [], 0
    for start, end, kind, story in claimed:
        start = max(start, at)
        if start >= end:
            continue
        spans += between(page, at, start)
        spans.append(Span(start, end, kind, story))
        at = end
    return spans + between(page, at, len(page.source))


def claims(marks_of_stories, page_heads):
    for story, marks in enumerate(marks_of_stories):
        yield from ((story, kind, strand) for strand, kind in marks)
    yield from ((None, "page_head", strand) for strand in page_heads)


def between(page, start, end):
    """The stretch between two claims: its white space apart from words that were not read."""
    text = page.folded[start:end]
    words = text.strip()
    if not words:
        return [Span(start, end, "space")] if text else []
    lead = len(text) - len(text.lstrip())
    pieces = [(start, start + lead, "space"), (start + lead, start + lead + len(words), "unread")]
    pieces.append((start + lead + len(words), end, "space"))
    return [Span(*piece) for piece in pieces if piece[1] > piece[0]]
