"""One paragraph of Word: its runs in order, as if every tracked change had been accepted."""

from dataclasses import dataclass, field

from intake.documents.word.styles import Look

DROPPED = {"del", "moveFrom"}
INSERTED = {"ins", "moveTo"}
LINE_ENDS = {"br", "cr"}
SIGNS = {"noBreakHyphen": "-", "tab": " ", "ptab": " "}
COUNTED = {
    "footnoteReference": "footnotes_dropped",
    "endnoteReference": "footnotes_dropped",
    "commentReference": "comments_dropped",
    "sym": "symbols_dropped",
    "object": "objects_dropped",
    "chart": "objects_dropped",
}
WITHOUT_WORDS = {"rPr", "pPr", "instrText", "delText", "rt", "sdtPr", "rubyPr", "footnoteRef", "delInstrText"}


@dataclass
class Runs:
    """What a paragraph holds; its text boxes wait until it is over."""

    pieces: list[tuple[str, Look]] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    boxes: list = field(default_factory=list)

    @property
    def text(self):
        return "".join(words for words, _ in self.pieces)


class RunReader:
    def __init__(self, styles, count):
        self.styles, self.count = styles, count

    def read(self, paragraph, runs):
        self.walk(paragraph, self.styles.of_paragraph(paragraph), runs)
        return runs

    def walk(self, element, look, runs):
        for child in element:
            self.take(child, look, runs)

    def take(self, element, look, runs):
        tag = element.tag
        if tag in DROPPED:
            self.count("deletions")
        elif tag in COUNTED:
            self.count(COUNTED[tag])
        elif tag == "t":
            self.words(element.text or "", look, runs)
        elif tag in SIGNS or tag in LINE_ENDS:
            runs.pieces.append((SIGNS.get(tag, "\n"), look))
        elif tag in ("blip", "imagedata"):
            runs.pictures.append(element.get("embed") or element.get("id") or "")
        elif tag == "txbxContent":
            runs.boxes.append(element)
        elif tag == "AlternateContent":
            self.walk(alternative(element), look, runs)
        elif tag not in WITHOUT_WORDS:
            self.deeper(element, look, runs)

    def deeper(self, element, look, runs):
        if element.tag in INSERTED:
            self.count("insertions")
        self.walk(element, self.styles.of_run(element, look) if element.tag == "r" else look, runs)

    def words(self, text, look, runs):
        if look.hidden and text.strip():
            self.count("hidden_dropped")
        elif not look.hidden:
            runs.pieces.append((text, look))


def alternative(element):
    """The same thing twice, for newer and for older programs: the newer one where it says anything."""
    choices = [child for child in element if child.tag in ("Choice", "Fallback")]
    speaking = ("txbxContent", "blip", "imagedata", "t", "chart")
    return next((child for child in choices if any(part.tag in speaking for part in child.iter())), [])


def is_joined_to_next(paragraph):
    """The paragraph's end itself was deleted in a tracked change: what follows belongs to it."""
    mark = paragraph.find("pPr/rPr")
    return mark is not None and any(mark.find(tag) is not None for tag in DROPPED)
