"""A flame graph: each call as wide as its share of the time, below the one that made it. Plain SVG, no script."""

from collections import Counter
from dataclasses import dataclass, field
from html import escape

WIDTH, ROW, TOP = 1200, 16, 28
NARROWEST = 3.0  # units: what is narrower is not drawn
LETTER = 6.2
# Ours, the templates, the database's drivers and Django's models, all the rest.
COLOURS = {"ours": "#e07a3f", "template": "#d9a441", "database": "#5b8fc9", "other": "#b9b4aa"}
OURS = ("articles/", "newsroom/", "desk/", "regions/", "bylines/", "media/", "search/", "wording/", "pagecache/")
SHEET = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"
     font-family="monospace" font-size="10">
<rect width="{width}" height="{height}" fill="#fff"/>
<text x="8" y="18" font-size="13">{title}</text>
{boxes}
</svg>
"""


@dataclass
class Call:
    name: str
    samples: int = 0
    calls: dict = field(default_factory=dict)

    @property
    def depth(self):
        return 1 + max((call.depth for call in self.calls.values()), default=0)


def tree_of(stacks):
    root = Call("all")
    for stack, samples in Counter(stacks).items():
        at = root
        at.samples += samples
        for name in stack:
            at = at.calls.setdefault(name, Call(name))
            at.samples += samples
    return root


def drawn(stacks, title):
    root = tree_of(stacks)
    unit = WIDTH / max(root.samples, 1)
    boxes = "\n".join(boxes_of(root, 0.0, 0, unit, root.samples))
    return SHEET.format(width=WIDTH, height=TOP + ROW * root.depth + 8, title=escape(title), boxes=boxes)


def boxes_of(call, left, row, unit, whole):
    """From the top down: who calls stands above. The widest first."""
    width = call.samples * unit
    if width < NARROWEST:
        return
    yield box(call, left, TOP + row * ROW, width, whole)
    for called in sorted(call.calls.values(), key=lambda one: -one.samples):
        yield from boxes_of(called, left, row + 1, unit, whole)
        left += called.samples * unit


def box(call, left, top, width, whole):
    share = f"{100 * call.samples / whole:.1f} %"
    words = call.name.rpartition("/")[2] if not call.name.startswith("<") else call.name
    letters = int((width - 4) / LETTER)
    text = f'<text x="{left + 2:.1f}" y="{top + 11}">{escape(words[:letters])}</text>' if letters > 2 else ""
    told, colour = f"{escape(call.name)} {share}", COLOURS[kind_of(call.name)]
    shape = f'x="{left:.1f}" y="{top}" width="{max(width - 0.5, 0.5):.1f}" height="{ROW - 1}" fill="{colour}"'
    return f"<g><title>{told}</title><rect {shape}/>{text}</g>"


def kind_of(name):
    if name.startswith("<"):
        return "template"
    if name.startswith(OURS):
        return "ours"
    return "database" if name.startswith(("django/db/", "sqlite3", "psycopg")) else "other"
