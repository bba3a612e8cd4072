"""The table of kinds of pages and tools, as Markdown, with the faults below it."""

from tests.audit.verdict import NOT_ASKED


def written(verdicts, tools):
    """verdicts: {(kind, tool): Verdict}, in the order of the pages."""
    kinds = list(dict.fromkeys(kind for kind, _tool in verdicts))
    rows = [["page", *tools]] + [[kind, *(cell(verdicts.get((kind, tool))) for tool in tools)] for kind in kinds]
    rows.insert(1, ["---"] * len(rows[0]))
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def cell(verdict):
    if verdict is None:
        return ""
    return verdict.mark if verdict.passed else f"**{verdict.mark}**"


def reasons(verdicts):
    """Why some cells hold no mark, once each."""
    found = {(tool, verdict.why) for (_kind, tool), verdict in verdicts.items() if verdict.why}
    return [f"- {tool} {NOT_ASKED}: {why}." for tool, why in sorted(found)]


def faults(verdicts):
    """A line for each fault of a tool, with all the pages that have it."""
    found = {}
    for (kind, tool), verdict in verdicts.items():
        for fault in verdict.faults:
            found.setdefault((tool, fault.replace("`", "’")), []).append(kind)
    return [f"- {tool}: `{fault}` ({'; '.join(kinds)})" for (tool, fault), kinds in found.items()]


def failed(verdicts):
    return [f"{kind} ({tool})" for (kind, tool), verdict in verdicts.items() if not verdict.passed]
