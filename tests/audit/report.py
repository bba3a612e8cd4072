"""docs/AUDIT.md: the table with the day, the versions and the command."""

from datetime import date

from tests.audit import table

HEAD = """# What tools that others wrote say of the pages

`make audit` starts the sample issue on a free port of its own, runs these tools over every kind of page and writes this
file; it fails where a figure in **bold** stands. `make audit ARGS="--only axe,html --kind story"` looks at a part and
writes into `.audit/` instead. It needs Java 17, node 20 and Chromium; npm fetches the tools as
`tests/audit/package-lock.json` pins them.
"""
MEANING = """
- **status**: what the page answers.
- **HTML**, **CSS**: errors of the Nu HTML checker, in the page and in the style sheets that it names; at the desk
  without three that are in the markup of Django's own widgets (`tests/audit/tools/nu.py`).
- **axe**: violations of WCAG 2.2 A and AA, on the phone and at the desk, in light and in dark, everything
  unfolded but the desk's menus.
- **Lighthouse**: performance, accessibility, best practices, SEO on a phone, median of {runs}; at least 95. Without
  SEO where the page asks search engines to leave it out.
- **sdtt**: failures of the structured data testing tool (Google, Facebook, Twitter; without the cards where the
  page asks to be left out, and without asking for a photo in the data of a story that has none).
- **schema.org**: records in the page, by the types, properties and domains of schema.org 30.0.
- **Atom**, **Sitemap**, **ninjs**: faults by the schemas of RFC 4287, sitemaps.org and IPTC (3.1 and 3.3).
- **weight, CSS, fonts, CLS**: what the page sends without photos and pictures of pages (at most 100 KB), requests for
  style sheets (one), fonts (none), layout shift (0); the heavier of phone and desk, scrolled to the end.
"""


def written(verdicts, tools, *, versions, command, runs):
    parts = [HEAD, f"Last run: {date.today()}, `{command}`, with {said(versions)}.", table.written(verdicts, tools)]
    parts.append(MEANING.format(runs="one run" if runs == 1 else f"{runs} runs").strip())
    if reasons := table.reasons(verdicts):
        parts += ["Not looked at:", "\n".join(reasons)]
    if faults := table.faults(verdicts):
        parts += ["## Faults", "\n".join(faults)]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def said(versions):
    return ", ".join(f"{name} {version}" for name, version in versions.items())
