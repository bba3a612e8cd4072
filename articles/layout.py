"""Where a story's pictures stand among its words: those that the body places, and sensible spots for the others."""

from wording.markup import Block, blocks


def laid_out(body, numbers):
    """The body's blocks with a figure block for each illustration of these numbers, each of them once."""
    pieces, placed = _written(body, set(numbers))
    waiting = [number for number in numbers if number not in placed]
    if not placed and waiting:
        pieces.insert(0, Block("figure", number=waiting.pop(0)))
    return _spread(pieces, waiting)


def leading_illustration(article):
    """The story's first picture whose renditions are made. What lists print has them loaded (articles.reading)."""
    every = article.loaded_illustrations if hasattr(article, "loaded_illustrations") else article.illustrations.all()
    return next((shown for shown in every if shown.photo.renditions), None)


def _written(body, known):
    """The body as written, without figures that do not exist and without any figure for the second time."""
    pieces, placed = [], set()
    for block in blocks(body):
        if block.kind == "figure":
            if block.number in placed or block.number not in known:
                continue
            placed.add(block.number)
        pieces.append(block)
    return pieces, placed


def _spread(pieces, numbers):
    """Sets the pictures between the paragraphs at even distances, and after the text where there are too few."""
    paragraphs = [index for index, block in enumerate(pieces) if block.kind == "paragraph"]
    end = len(pieces)
    # From the back, so that what is set already moves no spot that is still to come.
    for index, number in reversed(list(enumerate(numbers, start=1))):
        step = index * len(paragraphs) // (len(numbers) + 1)
        pieces.insert(paragraphs[step] if step else end, Block("figure", number=number))
    return pieces
