"""
Runs the audit (make audit): python -m tests.audit [--only axe,html] [--kind story,front] [--runs 1]

--site http://127.0.0.1:8000 takes a newsroom that runs, its data in NEWSROOM_VAR, instead of one of its own.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from docs.pictures.demo import running_demo
from tests.audit import installed, report, table
from tests.audit.kinds import named_pages
from tests.audit.tools import atom, axe, css, lighthouse, ninjs, nu, sitemaps, status, structured, vocabulary, weight
from tests.audit.visits import visiting

ROOT = installed.ROOT
TOOLS = {
    "status": status,
    "html": nu,
    "css": css,
    "axe": axe,
    "sdtt": structured,
    "schema": vocabulary,
    "atom": atom,
    "sitemap": sitemaps,
    "ninjs": ninjs,
    "weight": weight,
    "lighthouse": lighthouse,
}


def asked(arguments=None):
    parser = argparse.ArgumentParser(prog="make audit ARGS=...", description="Audits every kind of page.")
    parser.add_argument("--only", type=split, default=list(TOOLS), help=f"tools: {','.join(TOOLS)}")
    parser.add_argument("--kind", type=split, default=[], help="kinds that begin so: story,front,desk,…")
    parser.add_argument("--runs", type=int, default=3, help="of Lighthouse, whose median counts")
    parser.add_argument("--site", help="a newsroom that runs, its data in NEWSROOM_VAR")
    options = parser.parse_args(arguments)
    if unknown := set(options.only) - set(TOOLS):
        parser.error(f"no such tool: {', '.join(unknown)}")
    return options


def split(text):
    return [word.strip() for word in text.split(",") if word.strip()]


def main():
    options = asked()
    if lacking := installed.missing():
        sys.exit("make audit needs what this machine does not have:\n- " + "\n- ".join(lacking))
    installed.install()
    with newsroom(options) as (base, var), visiting(base, var) as site:
        verdicts = audit(chosen(arranged(var), options), site, options)
    return told(verdicts, options)


@contextmanager
def newsroom(options):
    if options.site:
        yield options.site.rstrip("/"), Path(os.environ.get("NEWSROOM_VAR", ROOT / "var"))
    else:
        os.environ["DEBUG"] = "0"
        print("The sample issue is being loaded …", flush=True)
        with running_demo() as found:
            yield found


def arranged(var):
    """Every kind of page, with its address in this newsroom."""
    command = [sys.executable, "-m", "tests.audit.arrange"]
    environment = os.environ | {"NEWSROOM_VAR": str(var)}
    answer = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return named_pages(json.loads(answer.stdout.splitlines()[-1]))


def chosen(pages, options):
    found = [page for page in pages if not options.kind or page.kind.startswith(tuple(options.kind))]
    if not found:
        sys.exit(f"No such kind of page. There are: {', '.join(page.kind for page in pages)}")
    return found


def audit(pages, site, options):
    verdicts = {}
    for name in options.only:
        tool, begun = TOOLS[name], time.monotonic()
        print(f"--- {tool.NAME}", flush=True)
        for page, verdict in tool.judge([page for page in pages if page.sort in tool.SORTS], site, options):
            verdicts[page.kind, tool.NAME] = verdict
            print(f"{page.kind:24} {verdict.mark}", *verdict.faults, sep="\n    ! ", flush=True)
        print(f"({time.monotonic() - begun:.0f} s)", flush=True)
    order = [page.kind for page in pages]
    return dict(sorted(verdicts.items(), key=lambda found: order.index(found[0][0])))


def told(verdicts, options):
    """Prints and writes the report; 1 where something failed."""
    tools = [TOOLS[name].NAME for name in options.only]
    arguments = " ".join(sys.argv[1:])
    command = f'make audit ARGS="{arguments}"' if arguments else "make audit"
    whole = not options.kind and set(options.only) == set(TOOLS)
    path = ROOT / "docs/AUDIT.md" if whole else installed.FOLDER / "AUDIT.md"
    text = report.written(verdicts, tools, versions=installed.versions(), command=command, runs=options.runs)
    path.write_text(text, encoding="utf-8")
    print(f"\n{table.written(verdicts, tools)}\n\nWritten to {path.relative_to(ROOT)}.")
    failed = table.failed(verdicts)
    print(f"=== make audit: {len(failed)} failed: {', '.join(failed)}" if failed else "=== make audit: all is well")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
