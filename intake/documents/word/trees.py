"""XML of a stranger's file to a tree: no DOCTYPE (the door of entity bombs), limits on size and depth.

Names lose their namespace: strict and transitional Word files differ in nothing else that we read.
"""

from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from intake.documents.refusal import DocumentRefused

MOST_ELEMENTS = 2_000_000
DEEPEST = 120  # Python's own stack is the measure; Word stays below 60
LARGEST = 120 * 2**20


class Grower:
    """Takes what expat reports and grows the tree."""

    def __init__(self):
        self.builder = TreeBuilder()
        self.elements = self.depth = 0

    def start(self, name, attributes):
        self.elements += 1
        self.depth += 1
        if self.elements > MOST_ELEMENTS or self.depth > DEEPEST:
            raise DocumentRefused("bomb", limit=MOST_ELEMENTS if self.depth <= DEEPEST else DEEPEST)
        self.builder.start(local(name), {local(key): value for key, value in attributes.items()})

    def end(self, name):
        self.depth -= 1
        self.builder.end(local(name))


def local(name):
    return name.rpartition("}")[2]


def refuse_doctype(*_):
    raise DocumentRefused("damaged", kind="docx")


def grown(data) -> Element:
    if len(data) > LARGEST:
        raise DocumentRefused("bomb", limit=LARGEST >> 20)
    grower, parser = Grower(), expat.ParserCreate(namespace_separator="}")
    parser.StartDoctypeDeclHandler = refuse_doctype
    parser.StartElementHandler, parser.EndElementHandler = grower.start, grower.end
    parser.CharacterDataHandler = grower.builder.data
    parser.buffer_text = True
    try:
        parser.Parse(data, True)
        return grower.builder.close()
    except (expat.ExpatError, AssertionError, ValueError, LookupError) as error:
        raise DocumentRefused("damaged", kind="docx") from error
