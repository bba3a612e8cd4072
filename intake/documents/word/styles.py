"""What a paragraph looks like: bold, large, centred, a heading. Styles inherit from styles, runs from paragraphs."""

import re
from dataclasses import dataclass, replace

HEADING_STYLE = re.compile(r"heading\s*\d|标题|(?:sub)?title", re.IGNORECASE)
LONGEST_LINE = 30
USUAL_SIZE = 21  # half points: Word's 五号, the size of a Chinese document that says nothing


@dataclass(frozen=True)
class Look:
    bold: bool = False
    hidden: bool = False
    centred: bool = False
    heading: bool = False
    size: int = USUAL_SIZE

    def with_run(self, properties):
        if properties is None:
            return self
        return replace(
            self,
            bold=switch(properties.find("b"), self.bold),
            hidden=switch(properties.find("vanish"), self.hidden),
            size=half_points(properties.find("sz"), self.size),
        )

    def with_paragraph(self, properties):
        if properties is None:
            return self
        alignment = properties.find("jc")
        centred = self.centred if alignment is None else alignment.get("val") == "center"
        level = properties.find("outlineLvl")
        outlined = level is not None and level.get("val") in list("012345678")
        return replace(self, centred=centred, heading=self.heading or outlined)


class Styles:
    def __init__(self, tree):
        found = [] if tree is None else tree.findall("style")
        self.elements = {style.get("styleId"): style for style in found}
        self.usual = next((key for key, style in self.elements.items() if is_default_paragraph(style)), None)
        self.looks = {}
        defaults = None if tree is None else tree.find("docDefaults/rPrDefault/rPr")
        self.plain = Look().with_run(defaults)

    def look(self, name):
        """The look of a style with all that it inherits."""
        if name not in self.looks:
            look = self.plain
            for style in reversed(self.line_of(name)):
                look = look.with_paragraph(style.find("pPr")).with_run(style.find("rPr"))
            self.looks[name] = replace(look, heading=look.heading or self.is_heading(name))
        return self.looks[name]

    def line_of(self, name):
        """A style, its parent, the parent of that; one that inherits from itself ends somewhere too."""
        line = []
        while (style := self.elements.get(name)) is not None and len(line) < LONGEST_LINE:
            line.append(style)
            parent = style.find("basedOn")
            name = None if parent is None else parent.get("val")
        return line

    def is_heading(self, name):
        names = [style.find("name") for style in self.line_of(name)]
        return any(found is not None and HEADING_STYLE.match(found.get("val", "")) for found in names)

    def of_paragraph(self, paragraph):
        properties = paragraph.find("pPr")
        named = None if properties is None else properties.find("pStyle")
        base = self.look(self.usual if named is None else named.get("val"))
        return base.with_paragraph(properties)

    def of_run(self, run, paragraph_look):
        properties = run.find("rPr")
        named = None if properties is None else properties.find("rStyle")
        if named is not None and (style := self.elements.get(named.get("val"))) is not None:
            paragraph_look = paragraph_look.with_run(style.find("rPr"))
        return paragraph_look.with_run(properties)


def is_default_paragraph(style):
    return style.get("type") == "paragraph" and style.get("default") in ("1", "true", "on")


def switch(element, usual):
    return usual if element is None else element.get("val", "1") not in ("0", "false", "off", "none")


def half_points(element, usual):
    value = "" if element is None else element.get("val", "")
    return int(value) if re.fullmatch(r"[1-9]\d{0,3}", value, re.ASCII) else usual
