"""Names that may be one and the same, misread or mistyped: one surname, and one character different, more or fewer."""

from collections import defaultdict

from bylines.surnames import COMPOUND

BLANK = "\x00"  # in no name


def lookalikes(names, known):
    """{name: the known names that are like it}, in one pass over the known ones."""
    wanted = defaultdict(set)
    for name in names:
        for pattern in patterns(name):
            wanted[pattern].add(name)
    found = {name: set() for name in names}
    for other in known:
        for name in {name for pattern in patterns(other) for name in wanted.get(pattern, ()) if name != other}:
            found[name].add(other)
    return found


def patterns(name):
    """The name with a blank for each character of the given name, and between any two: like names share one."""
    behind_surname = range(len(surname_of(name)), len(name) + 1)
    replaced = {name[:place] + BLANK + name[place + 1 :] for place in behind_surname if place < len(name)}
    return replaced | {name[:place] + BLANK + name[place:] for place in behind_surname}


def surname_of(name):
    return name[:2] if name[:2] in COMPOUND and len(name) > 2 else name[:1]
