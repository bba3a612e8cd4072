"""XMP that we write: the few words that go with a picture wherever it is served, and nothing besides."""

from xml.sax.saxutils import escape

from media.embedded.fields import DC, EXTENSION, PHOTOSHOP, TC260

HEAD = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
    f' xmlns:dc="{DC}" xmlns:photoshop="{PHOTOSHOP}" xmlns:Iptc4xmpExt="{EXTENSION}" xmlns:TC260="{TC260}">'
)
TAIL = '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/"


def packet(label):
    """
    label: creators (a list), credit, copyright, source_type (a code), ai_label; each may be missing. Without any of
    them there is no packet.
    """
    rows = [element(label[part]) for part, element in ELEMENTS.items() if label.get(part)]
    return f"{HEAD}{''.join(rows)}{TAIL}".encode() if rows else b""


def creators(names):
    rows = "".join(f"<rdf:li>{escape(name)}</rdf:li>" for name in names)
    return f"<dc:creator><rdf:Seq>{rows}</rdf:Seq></dc:creator>"


def credit(text):
    return f"<photoshop:Credit>{escape(text)}</photoshop:Credit>"


def rights(text):
    row = f'<rdf:li xml:lang="x-default">{escape(text)}</rdf:li>'
    return f"<dc:rights><rdf:Alt>{row}</rdf:Alt></dc:rights>"


def source_type(code):
    return f"<Iptc4xmpExt:DigitalSourceType>{SOURCE_TYPE}{escape(code)}</Iptc4xmpExt:DigitalSourceType>"


def ai_label(text):
    return f"<TC260:AIGC>{escape(text)}</TC260:AIGC>"


ELEMENTS = {
    "creators": creators,
    "credit": credit,
    "copyright": rights,
    "source_type": source_type,
    "ai_label": ai_label,
}
