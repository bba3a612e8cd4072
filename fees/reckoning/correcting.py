"""What a closed month would come to today, against what was written then: the lines to take back and to write anew."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from fees.reckoning.sheets import Line
from fees.reckoning.works import Piece


@dataclass(frozen=True)
class Written:
    """A line of the ledger that nobody has taken back yet."""

    key: int
    piece: Piece
    contributor: int  # who the person is today
    amount: Decimal


@dataclass(frozen=True)
class Correction:
    takes_back: tuple[Written, ...] = ()
    line: Line | None = None  # what stands in their place
    # The line that was wrong; None where the piece has none yet.
    corrects: int | None = None


def corrections(written: Iterable[Written], lines: Iterable[Line]) -> list[Correction]:
    """In the order of the lines; what nobody is paid for any more comes last."""
    then, of_piece = {}, {}
    for row in sorted(written, key=lambda row: row.key):
        then.setdefault((row.piece, row.contributor), []).append(row)
        of_piece.setdefault(row.piece, row.key)
    found = []
    for line in lines:
        rows = tuple(then.pop(line.key, ()))
        if sum(row.amount for row in rows) != line.amount:
            corrects = rows[0].key if rows else of_piece.get(line.work.piece)
            found.append(Correction(rows, line, corrects))
    gone = [rows for rows in then.values() if sum(row.amount for row in rows)]
    return found + [Correction(tuple(rows), corrects=rows[0].key) for rows in gone]
