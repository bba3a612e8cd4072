"""The table of docs/FAULTS.md, a line for each fault."""

from newsroom.serving import ROOT
from tests.faults.tally import JOB, SAVE, SEARCH, UPLOAD

DOCUMENT = ROOT / "docs" / "FAULTS.md"
HEAD = (
    "| fault | pages served | of these stale | older than a save | pages failed | longest gap, s | searches failed"
    " | saves accepted / lost | saves refused (words in the answer) | uploads accepted / lost | jobs planned / lost"
    " | doubled | recovered after, s |"
)
RULE = "|---|" + "---:|" * (HEAD.count("|") - 2)


def table(outcomes):
    return "\n".join([HEAD, RULE, *map(line, outcomes)])


def line(outcome):
    tally, lost = outcome.tally, outcome.lost
    searches = tally.of(SEARCH)
    recovered = "never" if outcome.recovered_after is None else f"{outcome.recovered_after:.1f}"
    cells = [
        outcome.fault.name,
        f"{len(outcome.served)}",
        f"{outcome.stale}",
        f"{len(outcome.older)}",
        f"{len(outcome.reads) - len(outcome.served)}",
        f"{tally.longest_gap():.1f}",
        f"{len(tally.failed(SEARCH))} of {len(searches)}",
        f"{len(tally.saved)} / {lost[SAVE]}",
        f"{len(tally.failed(SAVE))} ({sum(tally.refused)} of {len(tally.refused)})",
        f"{len(tally.uploaded)} / {lost[UPLOAD]}",
        f"{len(tally.planned)} / {lost[JOB]}",
        f"{len(outcome.doubled['inside']) + len(outcome.doubled['planned'])}",
        recovered,
    ]
    return "| " + " | ".join(cells) + " |"


def write(outcomes):
    """In the place of the table that stands there."""
    text = DOCUMENT.read_text()
    before, _mark, rest = text.partition(HEAD)
    after = rest[rest.index("\n\n") :]
    DOCUMENT.write_text(before + table(outcomes) + after)
