"""
The light markup of a story's body, the one reader of it that there is: pages, previews, feeds and counts all ask here.

A line is a paragraph. `## ` opens a subhead, `> ` a quotation, lines between bars make a table (its first row is a head
when a row of dashes follows), `[图2]` shows the illustration numbered 2, `/articles/12/` alone in a line the story of
that number. Inside a line: `**bold**`, `[text](address)`.
Everything else is text, and all of it is escaped.
"""

import re
from dataclasses import dataclass
from html import escape

from wording.html import Html

STORY = re.compile(r"/articles/([0-9]{1,18})/")
FIGURE = re.compile(r"\[图(\d{1,4})\]")
# An address may hold brackets, one level deep: a_(b) as encyclopaedias write it.
ADDRESS = r"(?=[^)])[^()\s]*(?:\([^()\s]*\)[^()\s]*)*"
INLINE = re.compile(rf"\*\*([^*]+)\*\*|\[([^\[\]]+)\]\(({ADDRESS})\)")
# A browser reads a backslash as a slash, so that /\host leads away just as //host does.
SAFE_ADDRESS = re.compile(r"(?:https?://|mailto:|/(?![/\\])|#)", re.IGNORECASE)
# What a cut leaves at a line's end: of a figure, of a link with its words, of a row, a first mark or a story's address.
HALF_LINK = re.compile(r"\[(?:图\d{0,4}\]?|([^\[\]]*)(?:\](?:\([^()\s]*(?:\([^()\s]*(?:\)[^()\s]*)?)?)?)?)$")
HALF_LINE = re.compile(r"\|.*|##?|>|/[a-z]{0,8}(?:/[0-9]*/?)?")
RULE = re.compile(r"^[|\s:-]+$")
BLANK = " \t\r\u3000\u00a0\u200b\ufeff"


@dataclass(frozen=True)
class Block:
    """One piece of a body: kind is paragraph, subhead, quote, table, figure or story."""

    kind: str
    text: str = ""
    number: int = 0
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def html(self):
        return inline(self.text)

    @property
    def head_html(self):
        return [inline(cell) for cell in self.head]

    @property
    def rows_html(self):
        return [[inline(cell) for cell in row] for row in self.rows]


def blocks(body):
    """The body's pieces in reading order. A figure named inside a paragraph stands right after that paragraph."""
    return list(walked(body))


def walked(body):
    """The same one after the other, for whoever wants only the first of them."""
    table = []
    for line in [*body.split("\n"), ""]:
        line = line.strip(BLANK)
        if _is_row(line):
            table.append(line)
            continue
        if table:
            yield _table(table)
            table = []
        yield from _line_blocks(line)


def inline(text):
    """One line as HTML, with bold and links; an address that is neither web nor mail stays text."""
    pieces, end = [], 0
    for match in INLINE.finditer(text):
        pieces += [escape(text[end : match.start()]), _marked(match)]
        end = match.end()
    pieces.append(escape(text[end:]))
    return Html("".join(pieces))


def plain_text(body):
    """The words alone, a line for each piece: what is counted, searched and quoted."""
    return "\n".join(filter(None, map(words_of, walked(body))))


def words_of(block):
    """The words of one piece alone."""
    if block.kind == "table":
        return "\n".join(" ".join(map(_unmarked, row)) for row in (block.head, *block.rows) if row)
    return _unmarked(block.text)


def whole_part(beginning):
    """A body's beginning that was cut off anywhere, without half a row; of half a mark only the words stay."""
    before, newline, line = beginning.rpartition("\n")
    return before + newline + ("" if HALF_LINE.fullmatch(line.strip(BLANK)) else _whole_marks(line))


def figure_numbers(body):
    """The numbers of the illustrations that the body places itself, in order."""
    return [int(number) for number in FIGURE.findall(body)]


def _is_row(line):
    return len(line) > 1 and line[0] == "|" and line[-1] == "|"


def _line_blocks(line):
    text = FIGURE.sub("", line).strip(BLANK)
    if story := STORY.fullmatch(text):
        yield Block("story", number=int(story[1]))
    elif text.startswith("## "):
        yield Block("subhead", text[3:].strip(BLANK))
    elif text.startswith("> "):
        yield Block("quote", text[2:].strip(BLANK))
    elif text:
        yield Block("paragraph", text)
    for number in figure_numbers(line):
        yield Block("figure", number=number)


def _table(lines):
    rows = [tuple(cell.strip(BLANK) for cell in line[1:-1].split("|")) for line in lines]
    if len(lines) > 1 and RULE.match(lines[1]):
        return Block("table", head=rows[0], rows=tuple(rows[2:]))
    return Block("table", rows=tuple(rows))


def _marked(match):
    bold, text, address = match.groups()
    if bold is not None:
        return f"<strong>{inline(bold)}</strong>"
    if not SAFE_ADDRESS.match(address):
        return escape(match.group())
    return f'<a href="{escape(address)}">{inline(text)}</a>'


def _whole_marks(line):
    line = HALF_LINK.sub(r"\1", line)
    if line.count("**") % 2:
        line = "".join(line.rsplit("**", 1))
    return re.sub(r"(?<!\*)\*$", "", line)


def _unmarked(text):
    return INLINE.sub(lambda match: _unmarked(match[1] or match[2]), text)
