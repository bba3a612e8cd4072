"""XMP: RDF in XML. No DOCTYPE, the door of entity bombs, and limits on size, depth and number; one pass of expat."""

from xml.parsers import expat

from media.embedded.fields import FIELDS, MOST_VALUES, TAKEN_AT

LARGEST = 4 * 2**20
MOST_ELEMENTS = 100_000
DEEPEST = 60
MOST_TEXT = 400_000  # characters, of all that we read

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns# "
DESCRIPTION = RDF + "Description"
LANGUAGE = "http://www.w3.org/XML/1998/namespace lang"
WANTED = {f"{space} {word}": name for name, (space, word), *_ in (*FIELDS, TAKEN_AT)}


class Unreadable(ValueError):  # noqa: N818 - the block is unreadable
    """Nothing in the block can be relied on."""


def read_xmp(block):
    """{name of a field: its texts}; of several languages ours comes first."""
    if len(block) > LARGEST:
        raise Unreadable("large")
    packet, parser = Packet(), expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = refuse_doctype
    parser.StartElementHandler, parser.EndElementHandler = packet.start, packet.end
    parser.CharacterDataHandler = packet.take
    parser.buffer_text = True
    try:
        parser.Parse(block.strip(b"\0 \t\r\n"), True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise Unreadable("broken") from error
    return packet.texts()


def refuse_doctype(*_):
    raise Unreadable("doctype")


class Packet:
    """
    rdf:RDF holds rdf:Description, this holds the properties: as attributes, as elements with text, or as elements with
    an Alt, Bag or Seq of rdf:li. What is nested deeper belongs to structures that we do not read, places among them.
    """

    def __init__(self):
        self.depth = self.elements = self.length = 0
        self.base = None  # depth of rdf:RDF
        self.is_described = False
        self.field = self.pieces = None
        self.language = ""
        self.found: dict[str, list[tuple[str, str]]] = {}

    def start(self, name, attributes):
        self.depth += 1
        self.elements += 1
        if self.depth > DEEPEST or self.elements > MOST_ELEMENTS:
            raise Unreadable("bomb")
        if self.base is None:
            self.base = self.depth if name == RDF + "RDF" else None
            return
        level = self.depth - self.base
        if level == 1:
            self.describe(name, attributes)
        elif level == 2:
            self.field = WANTED.get(name) if self.is_described else None
            self.listen("", attributes.get(RDF + "resource", ""))
        elif level == 4 and name == RDF + "li":
            self.listen(attributes.get(LANGUAGE, ""))

    def describe(self, name, attributes):
        self.is_described = name == DESCRIPTION
        for key, text in attributes.items() if self.is_described else ():
            if key in WANTED:
                self.keep(WANTED[key], "", text)

    def listen(self, language, said=""):
        self.language, self.pieces = language.lower(), [said]

    def take(self, text):
        if self.field and self.pieces is not None and self.depth - (self.base or 0) in (2, 4):
            self.length += len(text)
            if self.length > MOST_TEXT:
                raise Unreadable("bomb")
            self.pieces.append(text)

    def end(self, _name):
        if self.base is not None and self.field and self.pieces is not None and self.depth - self.base in (2, 4):
            self.keep(self.field, self.language, "".join(self.pieces))
            self.pieces = None
        self.depth -= 1

    def keep(self, field, language, text):
        texts = self.found.setdefault(field, [])
        if text.strip() and len(texts) < MOST_VALUES:
            texts.append((language, text))

    def texts(self):
        return {name: [text for _, text in sorted(found, key=nearness)] for name, found in self.found.items() if found}


def nearness(said):
    """What is said in Chinese, then to everybody, then the rest in its order."""
    language = said[0]
    return 0 if language.startswith("zh") else 1 if language in ("", "x-default") else 2
