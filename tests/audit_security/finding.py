"""What a scanner says, and what was decided about it."""

import tomllib
from pathlib import Path
from typing import NamedTuple

ACCEPTED = Path(__file__).resolve().parent / "accepted.toml"


class Finding(NamedTuple):
    tool: str
    rule: str
    where: str  # a file, an address, a kind of page
    words: str = ""


class Decision(NamedTuple):
    """Findings of a rule in a place (all whose name begins so) that are let stand, for a reason."""

    tool: str
    rule: str
    where: str
    because: str

    def covers(self, finding):
        return (self.tool, self.rule) == finding[:2] and finding.where.startswith(self.where)


def decisions(path=ACCEPTED):
    rows = tomllib.loads(path.read_text(encoding="utf-8"))
    for tool, kinds in rows.items():
        for rule, places in kinds.items():
            yield from (Decision(tool, rule, where, because) for where, because in places.items())


def judged(findings, known):
    """(what nobody has decided about, {decision: how often it was needed})"""
    used, open_ones = dict.fromkeys(known, 0), []
    for finding in findings:
        decision = next((one for one in known if one.covers(finding)), None)
        if decision is None:
            open_ones.append(finding)
        else:
            used[decision] += 1
    return open_ones, used
