"""Old backups go when newer ones are proved: of each of the last days the newest stays."""

import re
from itertools import groupby
from pathlib import Path

NAME = re.compile(r"newsroom-(\d{8})-\d{6}\.(tar|zip)")


def thin_out(folder: Path, days: int):
    """Returns those that went. Whatever is called otherwise is nobody's business here."""
    found = sorted((path for path in folder.iterdir() if NAME.fullmatch(path.name)), reverse=True)
    newest = [next(of_day) for _day, of_day in groupby(found, key=lambda path: NAME.fullmatch(path.name)[1])]
    gone = [path for path in found if path not in newest[:days]]
    for path in gone:
        path.unlink()
    return gone
