"""axe-core in Chromium: WCAG 2.2 AA in light and dark, on the phone and at the desk, with everything unfolded."""

from tests.audit.installed import PACKAGES
from tests.audit.kinds import DESK, HTML
from tests.audit.verdict import counted
from tests.audit.visits import DESKTOP, PHONE

NAME = "axe"
SORTS = (HTML, DESK)
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "rules": {"target-size": {"enabled": True}},  # of 2.2, and off unless asked for
    "resultTypes": ["violations"],
}
UNFOLD = "document.querySelectorAll('details').forEach(one => { one.open = true })"


def judge(pages, site, options):
    script = (PACKAGES / "axe-core/axe.min.js").read_text()
    for page in pages:
        found = {}
        for where, viewport in (("phone", PHONE), ("desktop", DESKTOP)):
            for scheme in ("light", "dark"):
                for fault in violations(site, page, script, viewport, scheme):
                    found.setdefault(fault, []).append(f"{where} {scheme}")
        yield page, counted([f"{fault} ({', '.join(seen)})" for fault, seen in found.items()])


def violations(site, page, script, viewport, scheme):
    # Moving things would be looked at half way.
    with site.opened(page, viewport=viewport, color_scheme=scheme, reduced_motion="reduce") as tab:
        if page.sort == HTML:
            tab.evaluate(UNFOLD)
        else:  # the menus of the desk would lie over each other, and its bar for saving over what scrolls below it
            tab.set_viewport_size({**viewport, "height": tab.evaluate("document.documentElement.scrollHeight")})
        tab.wait_for_timeout(300)
        # Evaluated by the debugger, not put into the page: the page keeps its security policy.
        tab.evaluate(script)
        return sentences(tab.evaluate("rules => axe.run(document, rules)", RULES))


def sentences(results):
    return [
        f"{violation['id']}: {' '.join(str(part) for part in node['target'])} – {told(node)}"
        for violation in results["violations"]
        for node in violation["nodes"]
    ]


def told(node):
    return " ".join(node.get("failureSummary", "").split()).removeprefix("Fix any of the following: ")
