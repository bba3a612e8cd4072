"""The styles of the Word file: the only ones in it, so that a layout program's list shows them and nothing else."""

from dataclasses import dataclass

from articles.exports.parts import Look, Style
from articles.exports.word.packing import WORD, XML

SONG, HEI, KAI = "宋体", "黑体", "楷体"
# What stands beside them for Latin letters and digits.
LATIN = {SONG: "Times New Roman", HEI: "Arial", KAI: "Times New Roman"}
TWIPS = 20


@dataclass(frozen=True)
class Setting:
    """Sizes in points, spaces in points; the indent in characters of the first line."""

    font: str = SONG
    size: float = 10.5
    align: str = "both"
    indent: int = 0
    before: float = 0
    after: float = 0
    outline: int | None = None
    colour: str = ""


SETTINGS = {
    Style.PAGE: Setting(HEI, 12, align="left", after=6, outline=0),
    Style.ITEM: Setting(HEI, 9, align="left", before=18, after=6, colour="7F7F7F"),
    Style.COLUMN: Setting(HEI, 10.5, align="center"),
    Style.KICKER: Setting(KAI, 15, align="center"),
    Style.HEADLINE: Setting(HEI, 22, align="center", before=3, after=3, outline=1),
    Style.SUBHEADLINE: Setting(SONG, 15, align="center"),
    Style.BYLINE: Setting(KAI, 10.5, align="center", before=3, after=6),
    Style.NOTE: Setting(KAI, indent=2, after=6),
    Style.PARAGRAPH: Setting(indent=2),
    Style.SUBHEAD: Setting(HEI, 12, align="center", before=6, after=3, outline=2),
    Style.QUOTE: Setting(KAI, indent=2),
    Style.TABLE_HEAD: Setting(HEI, 9, align="center"),
    Style.TABLE: Setting(size=9, align="left"),
    Style.FIGURE: Setting(size=9, align="center", before=6),
    Style.CAPTION: Setting(KAI, 9, align="center"),
    Style.FILE: Setting(HEI, 7.5, align="center", after=6, colour="7F7F7F"),
    Style.SOURCE: Setting(size=9, align="right", before=6),
    Style.EDITOR: Setting(size=9, align="right"),
    Style.CORRECTION: Setting(KAI, indent=2, before=3),
}
IDS = {style: f"Story{style.name.title().replace('_', '')}" for style in Style}
LOOK_IDS = {Look.BOLD: "StoryBold", Look.DATELINE: "StoryDateline"}


def fonts(font):
    latin = LATIN[font]
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{font}" w:cs="{latin}"/>'


def half_points(size):
    return f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'


def styles_xml():
    paragraphs = "".join(paragraph_style(style, SETTINGS[style]) for style in Style)
    return (
        f"{XML}<w:styles {WORD}><w:docDefaults><w:rPrDefault><w:rPr>{fonts(SONG)}{half_points(10.5)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultFont"><w:name w:val="Default Paragraph Font"/>'
        '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        f"{paragraphs}{character_style(Look.BOLD, '<w:b/><w:bCs/>')}{character_style(Look.DATELINE, fonts(HEI))}"
        "</w:styles>"
    )


def paragraph_style(style, setting):
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{IDS[style]}"><w:name w:val="{style}"/><w:qFormat/>'
        f"<w:pPr>{paragraph_setting(style, setting)}</w:pPr><w:rPr>{letter_setting(setting)}</w:rPr></w:style>"
    )


def paragraph_setting(style, setting):
    """In the order that the schema prescribes. A headline stays with what follows it."""
    keeps = style in (Style.ITEM, Style.KICKER, Style.HEADLINE, Style.SUBHEAD, Style.FIGURE)
    spacing = f'<w:spacing w:before="{round(setting.before * TWIPS)}" w:after="{round(setting.after * TWIPS)}"/>'
    # In hundredths of a character, which Word goes by, and in twips for whoever does not know characters.
    twips = round(setting.indent * setting.size * TWIPS)
    indent = f'<w:ind w:firstLineChars="{setting.indent * 100}" w:firstLine="{twips}"/>'
    return "".join(
        [
            "<w:keepNext/>" if keeps else "",
            spacing,
            indent if setting.indent else "",
            f'<w:jc w:val="{setting.align}"/>',
            "" if setting.outline is None else f'<w:outlineLvl w:val="{setting.outline}"/>',
        ]
    )


def letter_setting(setting):
    colour = f'<w:color w:val="{setting.colour}"/>' if setting.colour else ""
    return f"{fonts(setting.font)}{colour}{half_points(setting.size)}"


def character_style(look, properties):
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{LOOK_IDS[look]}"><w:name w:val="{look}"/>'
        f"<w:qFormat/><w:rPr>{properties}</w:rPr></w:style>"
    )
