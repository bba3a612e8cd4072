"""
InDesign Tagged Text, which InDesign takes in with File > Place and maps to the styles of the same names.

Written after Adobe's guide “Adobe InDesign CS5 Tagged Text” (2010): the start tag says encoding and platform; all tags
stand in angle brackets; ParaStyle opens a paragraph and CharStyle lasts until an empty one. Files that InDesign itself
and other newsrooms' exports write agree on the rest: UNICODE means UTF-16 with a byte order mark, WIN means little end
first and CR LF after each paragraph, and a backslash goes before <, > and \\ that are text. The platform must fit the
line ends, or every paragraph gets an empty one. Each style is named as a bare definition, so that a document without it
takes the file, too; a document's own definition of that name stays (the standard choice when placing). Tables are rows
with tabs, for Table > Convert Text to Table: so their look is the layout's own.
"""

import codecs
import re

from articles.exports.parts import Look, Style

END = "\r\n"
HEAD = END.join(
    [
        "<UNICODE-WIN>",
        "<Version:7>",
        *(f"<DefineParaStyle:{style}=<Nextstyle:{style}>>" for style in Style),
        *(f"<DefineCharStyle:{look}=>" for look in Look if look),
        "",
    ]
)


def in_indesign(parts):
    paragraphs = [paragraph for part in parts for paragraph in paragraphs_of(part)]
    # No line end behind the last one: InDesign would make an empty paragraph of it.
    return codecs.BOM_UTF16_LE + (HEAD + END.join(paragraphs)).encode("utf-16-le")


def paragraphs_of(part):
    if part.rows:
        return [f"<ParaStyle:{style}>" + "\t".join(map(escaped, row)) for style, row in part.styled_rows]
    return [f"<ParaStyle:{part.style}>" + "".join(map(with_look, part.words))]


def with_look(words):
    text = escaped(words.text)
    return text if words.look == Look.PLAIN else f"<CharStyle:{words.look}>{text}<CharStyle:>"


def escaped(text):
    return re.sub(r"[<>\\]", lambda mark: "\\" + mark.group(), text)
