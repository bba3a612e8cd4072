"""Which of several places is believed: the first that speaks without doubt, and what a later one adds to it."""

import re
from typing import NamedTuple

from media.embedded.characters import CHARSET, CUT

XMP, IIM, EXIF = "xmp", "iim", "exif"
DIFFERS = "differs"
SPACE = re.compile(r"\s+")


class Said(NamedTuple):
    value: str | list[str]
    source: str  # xmp, iim or exif
    doubt: str = ""  # cut, charset, long; differs: XMP and IIM say two things
    other: str = ""  # the second of the two

    @property
    def record(self):
        more = {"doubt": self.doubt, "other": self.other}
        return {"value": self.value, "from": self.source} | {part: words for part, words in more.items() if words}


def chosen(field, offers):
    """offers: (place, list of Words) with XMP first, none of them empty."""
    source, texts = first = offers[0]
    doubt = doubt_of(texts)
    if doubt == CHARSET:
        source, texts = next((offer for offer in offers if not doubt_of(offer[1])), first)
    elif doubt == CUT:
        source, texts = next((offer for offer in offers[1:] if completes(offer[1], texts)), first)
    values = [text.text for text in texts]
    said = Said(values if field.is_list else values[0], source, doubt_of(texts))
    places = dict(offers)
    if said.doubt or not are_at_odds(places):
        return said
    return said._replace(doubt=DIFFERS, other="、".join(text.text for text in places[IIM]))


def doubt_of(texts):
    return next((text.doubt for text in texts if text.doubt), "")


def completes(longer, texts):
    """A later place has the whole of what was cut."""
    return not doubt_of(longer) and says_all(longer, texts) and len(flat(longer)) > len(flat(texts))


def are_at_odds(offers):
    """Somebody's program changed one of the two and not the other."""
    xmp, iim = offers.get(XMP, []), offers.get(IIM, [])
    return bool(xmp and iim) and CHARSET not in (doubt_of(xmp), doubt_of(iim)) and not says_all(xmp, iim)


def says_all(texts, of):
    """Each text of the other begins one of these: IIM holds a few bytes only, and is often cut."""
    whole = [solid(text.text) for text in texts]
    return all(any(text.startswith(solid(begun.text)) for text in whole) for begun in of)


def flat(texts):
    return "".join(solid(text.text) for text in texts)


def solid(text):
    return SPACE.sub("", text)
