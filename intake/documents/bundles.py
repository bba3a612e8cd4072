"""A zip of texts and photos: what can be read is read, the rest is named."""

import re
from dataclasses import replace

from intake.documents.refusal import DocumentRefused
from intake.documents.result import Drop, NotRead
from wording.printable import printable

MOST_DOCUMENTS = 400
NOISE = re.compile(r"__MACOSX/|(?:^|/)(?:\.[^/]*|~\$[^/]*|Thumbs\.db|desktop\.ini)$", re.IGNORECASE)


def read_bundle(archive, read_file):
    """Members by name, 2 before 10: a zip's own order is the one in which the mouse picked the files."""
    names = sorted((name for name in archive if not NOISE.search(name)), key=natural)
    if len(names) > MOST_DOCUMENTS:
        raise DocumentRefused("too_many_files", limit=MOST_DOCUMENTS)
    documents, pictures, not_read = [], [], []
    for name in names:
        said = printable(name)  # a zip may call its files anything, and the name comes to stand in sentences
        try:
            data = archive.read(name)
            drop = read_file(said, data, inside=True)
        except DocumentRefused as refused:
            not_read.append(NotRead(said, refused.code, refused.facts))
        else:
            documents += [replace(document, member=said, file=file_of(document, data)) for document in drop.documents]
            pictures += drop.pictures
    if not documents and not pictures:
        raise DocumentRefused("no_text")
    return Drop(tuple(documents), tuple(pictures), tuple(not_read))


def file_of(document, data):
    """A page of the paper is drawn from it and hung with it; of other documents only what was read is used."""
    return data if document.kind == "pdf" else b""


def natural(name):
    parts = re.split(r"([0-9]+)", name)
    return [(len(part.lstrip("0")), part.lstrip("0")) if place % 2 else (0, part) for place, part in enumerate(parts)]
