"""Words from outside in sight: what would turn a line around, break it or speak to a terminal is written out."""


def printable(words):
    r"""Line breaks, escape sequences and the like as \n; so two names that differ still do."""
    return "".join(map(in_sight, words))


def in_sight(sign):
    return sign if sign.isprintable() or sign == "\u3000" else sign.encode("unicode_escape").decode()
