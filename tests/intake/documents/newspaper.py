"""A newspaper page set as a newspaper sets it, which remembers what it was made of: its stories, each with its words,
its photos and the ground that it covers."""

import random
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.intake.documents.samples import Sheet, font

WIDTH, HEIGHT = 1105, 1559  # a broadsheet in points
LEFT, TOP, RIGHT, BOTTOM = 50, 100, 1055, 1510
GUTTER, SIZE, LEADING = 12, 9, 13.5
NEVER_FIRST = "，。、；：？！”’）》】%℃"
HAN = (
    "的一是在了有和人这中大为上个国地到说们时要就出会可也你对生能而子那得于着下自之年发后作里用道行所然家种事成方多经么去法学"
    "如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实"
)


@dataclass
class Story:
    heads: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)  # of the heads: kicker, headline or subheadline
    texts: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    areas: list[tuple] = field(default_factory=list)
    photos: int = 0

    def part(self, name):
        return "".join(text for text, part in zip(self.heads, self.parts, strict=True) if part == name)

    @property
    def lines(self):
        return [*self.heads, *self.texts, *self.captions]


class Writer:
    """Invents words, the same ones each time."""

    def __init__(self, seed):
        self.chance = random.Random(seed)

    def words(self, fewest, most=None):
        return "".join(self.chance.choice(HAN) for _ in range(self.chance.randint(fewest, most or fewest)))

    def clause(self):
        extra = ["2023年8月", "300多名", "PM2.5", "41.5%", "“{}”", "《{}》", "{}、{}", "（{}）"]
        pattern = self.chance.choice(extra) if self.chance.random() < 0.3 else ""
        return self.words(3, 12) + pattern.replace("{}", self.words(2, 5))

    def sentence(self):
        return "，".join(self.clause() for _ in range(self.chance.randint(1, 4))) + "。"

    def paragraph(self):
        return "".join(self.sentence() for _ in range(self.chance.randint(1, 4)))


def broken(text, width, size=SIZE, indent=2):
    """Lines of a paragraph: no mark begins a line, it is squeezed into the one before; no number is cut apart."""
    lines, line, used = [], "", indent * size
    for piece in pieces_of(text):
        room = stringWidth(piece, font(), size)
        if used + room > width + 0.01 and not (piece in NEVER_FIRST and used <= width):
            lines.append(line)
            line, used = "", 0
        line += piece
        used += room
    return [*lines, line]


def pieces_of(text):
    piece = ""
    for sign in text:
        latin = sign.isascii() and (sign.isalnum() or sign in ".%")
        if not latin and piece:
            yield piece
            piece = ""
        if latin:
            piece += sign
        else:
            yield sign
    if piece:
        yield piece


class Newspaper:
    def __init__(self, seed=1, columns=5, width=WIDTH, height=HEIGHT, **options):
        self.sheet = Sheet(width, height, **options)
        self.writer = Writer(seed)
        self.number = columns
        self.measure = (RIGHT - LEFT - GUTTER * (columns - 1)) / columns
        self.stories, self.page_heads, self.size = [], [], SIZE

    def x(self, column):
        return LEFT + column * (self.measure + GUTTER)

    def far(self, column):
        """Where the column before this one ends."""
        return self.x(column) - GUTTER

    def begin(self):
        self.stories.append(Story())
        return self.stories[-1]

    def head(self, story, text, left, top, size, spacing=0, part="headline"):
        self.sheet.line(text, left, top + 0.88 * size, size, spacing)
        story.heads.append(text)
        story.parts.append(part)
        width = stringWidth(text, font(), size) + spacing * (len(text) - 1)
        story.areas.append((left, top, left + width, top + size))
        return top + size

    def upright(self, story, text, left, top, size, part="headline"):
        self.sheet.upright(text, left, top, size)
        story.heads.append(text)
        story.parts.append(part)
        story.areas.append((left, top, left + size, top + 1.1 * size * len(text)))

    def photo(self, story, left, top, right, bottom, draw=None):
        (draw or self.sheet.photo)(left, top, right - left, bottom - top)
        story.areas.append((left, top, right, bottom))
        story.photos += 1

    def caption(self, story, text, left, top, width, size=8):
        lines = broken(text, width, size, indent=0)
        for place, line in enumerate(lines):
            self.sheet.line(line, left, top + 0.88 * size + place * 1.4 * size, size)
        story.captions.append(text)
        story.areas.append((left, top, left + width, top + len(lines) * 1.4 * size))

    def fill(self, story, slots, width=None, paragraphs=None):
        """Words for just as much room as the slots (left, top, bottom) have."""
        width, leading = width or self.measure, LEADING / SIZE * self.size
        rows = [int((bottom - top + leading - self.size) / leading + 0.01) for _, top, bottom in slots]
        texts = list(self.filling(sum(rows), width, paragraphs or []))
        lines = [
            (line, place, len(all_))
            for text in texts
            for all_ in [broken(text, width, self.size)]
            for place, line in enumerate(all_)
        ]
        for (left, top, _), number in zip(slots, rows, strict=True):
            own, lines = lines[:number], lines[number:]
            for row, (line, place, count) in enumerate(own):
                self.justified(line, left, top + row * leading, width, place, count)
            if own:
                story.areas.append((left, top, left + width, top + (len(own) - 1) * leading + self.size))
        assert not lines
        story.texts += texts

    def filling(self, rows, width, given):
        given = list(given)
        while rows > 0:
            text = given.pop(0) if given else self.writer.paragraph()
            while len(broken(text, width, self.size)) > rows:
                text = text[: -(int(width / self.size) // 2) - 1].rstrip("，、“《（") + "。"
            yield text
            rows -= len(broken(text, width, self.size))

    def justified(self, line, left, top, width, place, count):
        indent = 2 * self.size if place == 0 else 0
        natural, room = stringWidth(line, font(), self.size), width - indent
        squeezed = natural > room
        spacing = (room - natural) / max(1, len(line) - 1) if place < count - 1 or squeezed else 0
        self.sheet.line(line, left + indent, top + 0.88 * self.size, self.size, spacing)

    def page_head(self, *texts):
        for place, (text, size) in enumerate(texts):
            self.sheet.line(text, LEFT + place * 260, 60, size)
            self.page_heads.append(text)
        self.sheet.rule(LEFT, 75, RIGHT, 75)

    def pdf(self):
        return self.sheet.pdf()
