"""Where a line of credits says that words or pictures came from, when it names no person."""

from bylines.roles import SOURCE

OF_WORDS = ("quoted", "issue", "compiled", "desk", "body_of_words", "source")
OF_PICTURES = ("image", "giver", "person", "agency", "provider", "supplier", "body", "stock", "issuer")


def take_source(line):
    """来源:江畔日报. A supplier whose word stands behind it may still turn out to be a person's name."""
    found = line.match(SOURCE)
    return bool(found) and not found["supplier"] and note_source(line, found)


def take_supplier(line):
    """江畔区总工会供图: no name, so the supplier is a body."""
    found = line.match(SOURCE)
    return bool(found) and note_source(line, found)


def note_source(line, found):
    line.source = next((found[kind] for kind in OF_WORDS if found[kind]), line.source)
    line.image_source = next((found[kind] for kind in OF_PICTURES if found[kind]), line.image_source)
    line.has_role = True
    return line.take(found.end())
