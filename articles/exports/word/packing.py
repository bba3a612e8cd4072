"""The zip around a Word file: which parts it has, and how they know each other (ECMA-376, parts 1 and 2)."""

import zipfile
from io import BytesIO

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
WORD = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_OFFICE}" xmlns:a="{_DRAWING}/main" '
    f'xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:pic="{_DRAWING}/picture"'
)
PICTURE_KIND = f"{_DRAWING}/picture"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"

CONTENT_TYPES = (
    f'{XML}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="jpeg" ContentType="image/jpeg"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD_TYPE}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_WORD_TYPE}.settings+xml"/>'
    f'<Override PartName="/docProps/core.xml" ContentType="{_CORE_TYPE}"/></Types>'
)
# Chinese punctuation pressed together as Word does it for Chinese files; 15 is the layout of Word 2013 and later.
SETTINGS = (
    f'{XML}<w:settings {WORD}><w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
)


def relationships(rows):
    """rows: (id, kind, target)"""
    inner = "".join(f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, kind, target in rows)
    return f'{XML}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def packed(document, styles, core, pictures):
    """pictures: JPEG files, the first of them related as rIdPicture1."""
    names = [f"media/image{number}.jpeg" for number in range(1, len(pictures) + 1)]
    inside = [("rIdStyles", f"{_OFFICE}/styles", "styles.xml"), ("rIdSettings", f"{_OFFICE}/settings", "settings.xml")]
    inside += [(f"rIdPicture{number}", f"{_OFFICE}/image", name) for number, name in enumerate(names, start=1)]
    outside = [
        ("rIdDocument", f"{_OFFICE}/officeDocument", "word/document.xml"),
        ("rIdCore", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    ]
    files = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": relationships(outside),
        "docProps/core.xml": core,
        "word/document.xml": document,
        "word/_rels/document.xml.rels": relationships(inside),
        "word/styles.xml": styles,
        "word/settings.xml": SETTINGS,
    }
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
        for name, content in zip(names, pictures, strict=True):
            archive.writestr(f"word/{name}", content, zipfile.ZIP_STORED)
    return buffer.getvalue()
