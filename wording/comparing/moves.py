"""Text that is gone in one place and new in another has moved; both places get the same number."""

from collections import defaultdict
from dataclasses import replace

from wording.comparing.atoms import atoms, is_fixed
from wording.comparing.lining import PAIRS, likeness, traits
from wording.comparing.pieces import Passage, Piece

TELLING = 6  # characters: less than that is gone and new by chance
SAME = 0.6  # lines as alike as this are one line that was moved and changed


def with_moves(comparison, compare):
    """The comparison with numbers on what moved; compare tells how a moved line was changed on its way."""
    found = numbered(comparison.passages)
    changed = moved_and_changed(
        found, first=1 + max((piece.move for line in found for piece in line.pieces), default=0)
    )
    for number, (old, new) in changed.items():
        found[old], found[new] = with_number(found[old], number), with_number(found[new], number)
    moved = {
        number: compare(found[old].text.rstrip("\r\n"), found[new].text.rstrip("\r\n"))
        for number, (old, new) in changed.items()
    }
    return replace(comparison, passages=tuple(found), moved=moved)


def numbered(passages):
    """Pieces whose words are the same are paired, the first with the first."""
    gone = defaultdict(list)
    for at, piece in all_pieces(passages, "gone"):
        gone[words(piece)].append(at)
    numbers = {}
    for at, piece in all_pieces(passages, "new"):
        if olds := gone.get(words(piece)):
            numbers[at] = numbers[olds.pop(0)] = len(numbers) // 2 + 1
    return [
        Passage(tuple(replace(piece, move=numbers.get((row, at), 0)) for at, piece in enumerate(passage.pieces)))
        for row, passage in enumerate(passages)
    ]


def all_pieces(passages, kind):
    for row, passage in enumerate(passages):
        for at, piece in enumerate(passage.pieces):
            if piece.kind == kind and (len(words(piece)) >= TELLING or is_fixed(words(piece))):
                yield (row, at), piece


def words(piece):
    """What a sentence says; the mark at its end changes with its place."""
    return piece.text.strip().strip("，。；、")


def moved_and_changed(passages, first):
    """Places of lines gone and of lines new that are nearly the same, by number."""
    found = twins(lone_lines(passages, "gone"), lone_lines(passages, "new"))
    return dict(enumerate(sorted(found.items(), key=lambda pair: pair[1]), first))


def twins(gone, new):
    """Of lines gone and lines new (their traits by place) those that are nearly the same, the most alike first."""
    if len(gone) * len(new) > PAIRS:
        return {}
    alike = [(likeness(one, other), old, now) for old, one in gone.items() for now, other in new.items()]
    found, taken = {}, set()
    for degree, old, now in sorted(alike, key=lambda found: (-found[0], *found[1:])):
        if degree < SAME:
            break
        if old not in found and now not in taken:
            found[old] = now
            taken.add(now)
    return found


def lone_lines(passages, kind):
    return {
        row: traits(atoms(passage.text))
        for row, passage in enumerate(passages)
        if passage.kind == kind and len(passage.pieces) == 1 and not passage.pieces[0].move
        if len(passage.text.strip()) >= TELLING
    }


def with_number(passage, number):
    return Passage(tuple(Piece(piece.kind, piece.text, number) for piece in passage.pieces))
