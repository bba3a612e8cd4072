"""Lighthouse as Google runs it for phones: the median of several runs in each of its four categories."""

import json
import statistics
import subprocess

from tests.audit.installed import PACKAGES, environment
from tests.audit.kinds import HTML
from tests.audit.verdict import Verdict, left_out
from tests.servers.chromium import ARGUMENTS

NAME = "Lighthouse"
SORTS = (HTML,)
LEAST = 95
TRIES = 3
CATEGORIES = ["performance", "accessibility", "best-practices", "seo"]
FLAGS = " ".join(["--headless=new", "--no-sandbox", *ARGUMENTS])


def judge(pages, site, options):
    for page in pages:
        if page.status != 200:
            yield page, left_out(f"Lighthouse looks at no page that answers {page.status}")
        else:
            yield page, weighed([run(site.address(page)) for _run in range(options.runs)], page)


def run(address):
    """Now and then the browser gives it no trace, and it asks to be run again itself."""
    for _try in range(TRIES):
        report, complaint = attempt(address)
        if report and not report.get("runtimeError"):
            break
    if not report:
        raise SystemExit(f"Lighthouse does not answer: {complaint[-2000:]}")
    return report


def attempt(address):
    """(its report, what it said besides); without a report None."""
    command = ["node", str(PACKAGES / "lighthouse/cli/index.js"), address, "--quiet", "--output=json"]
    command += ["--output-path=stdout", f"--chrome-flags={FLAGS}"]
    answer = subprocess.run(command, capture_output=True, text=True, check=False, env=environment())
    try:
        return json.loads(answer.stdout), answer.stderr
    except ValueError:
        return None, answer.stderr


def weighed(reports, page):
    if error := next((report["runtimeError"] for report in reports if report.get("runtimeError")), None):
        return Verdict("failed", (f"Lighthouse gives up: {error['message']}",))
    medians = {name: median(reports, name) for name in CATEGORIES}
    if page.unlisted:  # it marks down every page that asks not to be listed
        medians.pop("seo")
    low = [name for name, mark in medians.items() if mark < LEAST]
    faults = [f"{name} {medians[name]}: {'; '.join(causes(reports[-1], name))}" for name in low]
    return Verdict(" ".join(str(mark) for mark in medians.values()), tuple(faults))


def median(reports, category):
    return round(statistics.median((report["categories"][category]["score"] or 0) * 100 for report in reports))


def causes(report, category):
    """What took marks away: the names of the audits, with their figures."""
    for audit in report["categories"][category]["auditRefs"]:
        found = report["audits"][audit["id"]]
        if audit["weight"] and found["score"] is not None and found["score"] < 1:
            yield f"{found['title']} {found.get('displayValue', '')}".strip()
