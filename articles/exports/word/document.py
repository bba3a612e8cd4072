"""
A story, or a page of stories, as a Word file that a layout program maps by its styles.

Pictures stand in it small, to be recognised; the line below says which file is the original. Written without a library:
python-docx brings a template with 160 styles, all of which would turn up in the layout program's list, and East Asian
fonts, indents by characters and languages would have to be set in its XML by hand all the same (docs/DEPENDENCIES.md).
"""

from xml.sax.saxutils import escape, quoteattr

from django.utils import timezone

from articles.exports.parts import Look, Words, printable
from articles.exports.pictures import small_jpeg
from articles.exports.word.packing import PICTURE_KIND, WORD, XML, packed
from articles.exports.word.styles import IDS, LOOK_IDS, styles_xml

TEXT_WIDTH = 11906 - 2 * 1800  # twips between the margins
EMU = 360_000  # in a centimetre
WIDEST, TALLEST = 8, 6  # centimetres
LINE = '<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
# A4 with the margins that Chinese Word begins with, and lines on its grid.
SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" '
    'w:header="851" w:footer="992" w:gutter="0"/><w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="312"/>'
    "</w:sectPr>"
)


def in_word(parts, title=""):
    drawn = Drawings()
    body = "".join(part_xml(part, drawn) for part in parts)
    document = f"{XML}<w:document {WORD}><w:body>{body}{SECTION}</w:body></w:document>"
    return packed(document, styles_xml(), core_xml(title), drawn.pictures)


class Drawings:
    """The pictures that the file holds so far."""

    def __init__(self):
        self.pictures = []

    def xml(self, picture):
        found = small_jpeg(picture.photo) if picture.may_be_shown else None
        if not found:
            return ""
        content, width, height = found
        self.pictures.append(content)
        return drawing(len(self.pictures), picture, *size_on_paper(width, height))


def size_on_paper(width, height):
    scale = min(WIDEST / width, TALLEST / height) * EMU
    return round(width * scale), round(height * scale)


def part_xml(part, drawn):
    if part.rows:
        return table(part)
    if part.picture:
        picture = drawn.xml(part.picture)
        # The mark on a line of its own, so that a search for it finds the place.
        words = "".join(map(run, part.words))
        return paragraph(part.style, words) + (paragraph(part.style, f"<w:r>{picture}</w:r>") if picture else "")
    return paragraph(part.style, "".join(map(run, part.words)))


def paragraph(style, content):
    return f'<w:p><w:pPr><w:pStyle w:val="{IDS[style]}"/></w:pPr>{content}</w:p>'


def run(words):
    """The hint gives marks that Latin and Chinese share, such as “”, …… and ——, to the Chinese font."""
    look = f'<w:rStyle w:val="{LOOK_IDS[words.look]}"/>' if words.look != Look.PLAIN else ""
    return (
        f'<w:r><w:rPr>{look}<w:rFonts w:hint="eastAsia"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(words.text)}</w:t></w:r>'
    )


def table(part):
    """All rows as wide as the widest. Behind it a paragraph: two tables that touch would be one."""
    columns = max(map(len, part.rows))
    borders = "".join(LINE.format(side=side) for side in SIDES)
    grid = f'<w:gridCol w:w="{TEXT_WIDTH // columns}"/>' * columns
    rows = "".join(row_xml(style, row, columns, style != part.style) for style, row in part.styled_rows)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{paragraph(part.style, '')}"
    )


def row_xml(style, row, columns, is_head):
    cells = [*row, *[""] * (columns - len(row))]
    width = f'<w:tcPr><w:tcW w:w="{TEXT_WIDTH // columns}" w:type="dxa"/></w:tcPr>'
    inside = "".join(f"<w:tc>{width}{paragraph(style, run(Words(cell)))}</w:tc>" for cell in cells)
    return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if is_head else ''}{inside}</w:tr>"


def drawing(number, picture, width, height):
    name, alt = quoteattr(picture.file_name), quoteattr(picture.alt)
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name={name} descr={alt}/>'
        f'<a:graphic><a:graphicData uri="{PICTURE_KIND}"><pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name={name}/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdPicture{number}"/><a:stretch><a:fillRect/>'
        f'</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )


def core_xml(title):
    now = timezone.now().strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        f'{XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(printable(title))}</dc:title><dc:language>zh-CN</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{now}</dcterms:created></cp:coreProperties>'
    )
