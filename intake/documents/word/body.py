"""The body of a Word file from top to bottom, into lines with their looks and pictures with their places."""

from collections import Counter
from dataclasses import dataclass, field

from intake.documents.word import tables
from intake.documents.word.paragraphs import DROPPED, INSERTED, RunReader, Runs, alternative, is_joined_to_next

AROUND = {"sdt", "sdtContent", "customXml", "smartTag", "body", "txbxContent", "tc", *INSERTED}


@dataclass
class Line:
    """A line of text with its pieces and their looks (rows of a table have none); or a picture, by its key."""

    text: str = ""
    pieces: list = field(default_factory=list)
    picture: str = ""


class BodyReader:
    def __init__(self, styles):
        self.counts = Counter()
        self.runs = RunReader(styles, self.count)
        self.lines = []
        self.open = Runs()

    def count(self, what):
        self.counts[what] += 1

    def read(self, element):
        for child in element:
            if child.tag == "p":
                self.paragraph(child)
            elif child.tag == "tbl":
                self.table(child)
            elif child.tag in AROUND:
                self.count("insertions" if child.tag in INSERTED else "containers")
                self.read(child)
            elif child.tag == "AlternateContent":
                self.read(alternative(child))
            elif child.tag in DROPPED:
                self.count("deletions")

    def paragraph(self, element):
        self.runs.read(element, self.open)
        if is_joined_to_next(element):
            self.count("deletions")
        else:
            self.close()

    def finish(self):
        """The end of a cell or the file also ends a paragraph whose own end was deleted."""
        if self.open.pieces or self.open.pictures or self.open.boxes:
            self.close()

    def close(self):
        done, self.open = self.open, Runs()
        self.lines += lines_of(done.pieces)
        self.lines += [Line(picture=key) for key in done.pictures if key]
        for box in done.boxes:
            self.read(box)

    def table(self, element):
        rows = list(tables.cells_of(element))
        if tables.is_layout(element, rows):
            for cell in (cell for row in rows for cell, _ in row if not tables.goes_on_from_above(cell)):
                self.read(cell)
                self.finish()
            return
        words = [[word for cell in row for word in self.cell(*cell)] for row in rows]
        if any(map(any, words)):
            self.count("tables")
            self.lines += [Line(text) for text in tables.lines_of(words, tables.has_head(element))]

    def cell(self, element, span):
        """The words of a cell, and nothing in the further columns that it covers."""
        outside, self.lines = self.lines, []
        self.read(element)
        self.finish()
        inside, self.lines = self.lines, outside
        words = "" if tables.goes_on_from_above(element) else " ".join(line.text for line in inside if line.text)
        return [words] + [""] * (span - 1)


def lines_of(pieces):
    """A paragraph's pieces as lines: a soft line break ends a line too."""
    lines = [Line()]
    for text, look in pieces:
        for place, part in enumerate(text.split("\n")):
            if place:
                lines.append(Line())
            lines[-1].text += part
            lines[-1].pieces.append((part, look))
    return lines
