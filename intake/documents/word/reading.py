"""A .docx as a Document."""

from collections import Counter

from intake.documents.refusal import DocumentRefused
from intake.documents.result import Document, Hint, Note, Picture
from intake.documents.word.body import BodyReader
from intake.documents.word.package import Package
from intake.documents.word.styles import USUAL_SIZE, Styles

LONGEST_HEADLINE = 80
LARGE = 1.15
LONGEST_CAPTION = 300
BLANK = " \t\r\u3000\u00a0\u200b\ufeff\u00ad"
UNSEEN = dict.fromkeys([*range(9), *range(11, 32), 0x7F, 0xAD, 0x200B, 0xFEFF])
COUNTED = ("tables", "footnotes_dropped", "comments_dropped", "hidden_dropped", "symbols_dropped", "objects_dropped")


def read_word(name, archive):
    package = Package(archive)
    reader = BodyReader(Styles(package.styles()))
    root = package.document()
    reader.read(root if root.find("body") is not None else [])
    reader.finish()
    text, hints, places = joined(reader.lines)
    pictures, unusable = pictures_of(package, places, text)
    if not text.strip() and not pictures:
        raise DocumentRefused("no_text")
    notes = notes_of(reader.counts, unusable, package.has_macros)
    return Document(name, "word", text, pictures, notes, hints)


def joined(lines):
    """The text, what in it looks like a headline, and (key, position) of each picture."""
    usual = usual_size(lines)
    texts, hints, places, at = [], [], [], 0
    for line in lines:
        if line.picture:
            places.append((line.picture, at))
            continue
        text = line.text.translate(UNSEEN).strip(BLANK)
        hint = hint_of(line, text, usual, at)
        hints += [hint] if hint else []
        texts.append(text)
        at += len(text) + 1
    return "\n".join(texts).rstrip("\n"), tuple(hints), places


def usual_size(lines):
    sizes = Counter()
    for words, look in (piece for line in lines for piece in line.pieces):
        sizes[look.size] += len(words)
    return max(sizes, key=sizes.__getitem__, default=USUAL_SIZE) or USUAL_SIZE


def hint_of(line, text, usual, start):
    looks = [look for words, look in line.pieces if words.strip(BLANK)]
    if not looks or not text or len(text) > LONGEST_HEADLINE:
        return None
    size = min(look.size for look in looks) / usual
    signs = {
        "style": all(look.heading for look in looks),
        "bold": all(look.bold for look in looks),
        "large": size >= LARGE,
        "centred": looks[0].centred,
    }
    found = tuple(sign for sign, seen in signs.items() if seen)
    return Hint(start, start + len(text), found, round(size, 2)) if found else None


def pictures_of(package, places, text):
    """Each photo once, where it stands first, with the next paragraph beside it."""
    pictures, unusable = {}, set()
    for key, position in places:
        part = package.related.get(key, key)
        if part in pictures or part in unusable:
            continue
        found = package.picture(key)
        if found:
            place = min(position, len(text))
            pictures[part] = Picture(found[1], found[0], near=following(text, place), position=place)
        else:
            unusable.add(part)
    return tuple(pictures.values()), len(unusable)


def following(text, position):
    return text[position:].lstrip().partition("\n")[0][:LONGEST_CAPTION]


def notes_of(counts, unusable, has_macros):
    if counts["insertions"] or counts["deletions"]:
        changes = [Note("changes_accepted", {"insertions": counts["insertions"], "deletions": counts["deletions"]})]
    else:
        changes = []
    counted = [Note(code, {"count": counts[code]}) for code in COUNTED if counts[code]]
    pictures = [Note("pictures_unusable", {"count": unusable})] if unusable else []
    return (*changes, *counted, *pictures, *([Note("macros_ignored")] if has_macros else []))
