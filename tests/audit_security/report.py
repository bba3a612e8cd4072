"""docs/AUDIT-SECURITY.md: what each scanner looked at, what it found, and what was decided about it."""

from tests.audit_security import installed

HEAD = """# What scanners that others wrote say of the newsroom's safety

`make audit-security` fetches them into `.audit/`, pinned with hashes by the lists in `tests/audit_security/`, proves on
planted faults that they find something, lets them at the code and at the sample's newsroom with the settings of a
server, signed in and not, and writes this file. It fails where something is found that nobody has decided about.
`make audit-security ARGS="--only bandit,semgrep"` asks some of them anew, and keeps what the others said last. It needs
node, nginx and openssl, and to be root, since the Observatory asks at ports 80 and 443. With `DATABASE_URL` the
newsroom stands on PostgreSQL.
"""
TAIL = """
## What was found and mended

{mended}

## What was decided

Findings that stand (`tests/audit_security/accepted.toml`): where, how often, and why.

{accepted}

## What this does not say

- **Known faults of libraries**: pip-audit and npm audit need a service of others; where it cannot be reached pip-audit
  calls everything well, so that it is not asked here. Whoever has the network asks
  `pip-audit -r requirements.txt --strict`.
- wapiti and sqlmap see what is linked or named in `tests/audit_security/asked.py`; what takes a form of several steps
  they do not reach. `tests/hostile/` proves the escaping of every text instead, in a browser too.
- A certificate that nobody believes costs 70 points at the Observatory: redirection and HSTS count for nothing then.
"""
MENDED = installed.PINNED / "mended.md"


def written(looked, open_ones, used):
    parts = [HEAD.strip(), f"With {versions()}.", table(looked, open_ones)]
    if open_ones:
        parts += [
            "## Nobody has decided about",
            "\n".join(map(in_words, open_ones)),
        ]
    tail = TAIL.format(mended=MENDED.read_text(encoding="utf-8").strip(), accepted=decided(used))
    return "\n\n".join([*parts, tail.strip()]) + "\n"


def in_words(finding):
    return f"- **{finding.tool} {finding.rule}** `{finding.where}` {finding.words}"


def versions():
    return ", ".join(f"{name} {version}" for name, version in installed.versions().items())


def table(looked, open_ones):
    rows = ["| tool | looked at | found | accepted | open | on | minutes |", "|---|---|---|---|---|---|---|"]
    for name, (found, words, seconds, day) in looked.items():
        still = sum(finding in found for finding in open_ones)
        count = f"**{still}**" if still else "0"
        rows.append(
            f"| {name} | {words} | {len(found)} | {len(found) - still} | {count} | {day} | {seconds / 60:.0f} |"
        )
    return "\n".join(rows)


def decided(used):
    rows = ["| tool | rule | where | times | because |", "|---|---|---|---|---|"]
    for one, times in used.items():
        if times:
            rows.append(f"| {one.tool} | {one.rule} | `{one.where or 'everywhere'}` | {times} | {one.because} |")
    return "\n".join(rows)
