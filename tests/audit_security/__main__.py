"""
Runs the scanners (make audit-security): python -m tests.audit_security [--only bandit,semgrep] [--minutes 10]

They are fetched into .audit/ as they are pinned here; the newsroom they look at is the sample's, started for them
with the settings of a server. Results go into docs/AUDIT-SECURITY.md.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from datetime import date

from tests.audit_security import installed, planted_found, report
from tests.audit_security.asked import questions
from tests.audit_security.finding import Finding, decisions, judged
from tests.audit_security.premises import ROOT, premises
from tests.audit_security.tools import bandit, observatory, semgrep, sqlmap, wapiti
from tests.check import production

CODE, SITE = ["bandit", "semgrep", "deploy"], ["observatory", "sqlmap", "wapiti"]
TOOLS = [*CODE, *SITE]


def asked(arguments=None):
    parser = argparse.ArgumentParser(prog="make audit-security ARGS=...", description="Scans code and pages.")
    parser.add_argument("--only", default=",".join(TOOLS), help="tools, with commas between them")
    parser.add_argument("--minutes", type=float, default=10, help="that wapiti may walk, as a reader and as an editor")
    options = parser.parse_args(arguments)
    options.only = options.only.split(",")
    if unknown := set(options.only) - set(TOOLS):
        parser.error(f"no such tool: {', '.join(unknown)}")
    return options


def main():
    options = asked()
    if lacking := installed.missing():
        sys.exit("make audit-security needs what this machine does not have:\n- " + "\n- ".join(lacking))
    of_site = set(options.only) & set(SITE)
    installed.install(["code", "site"] if of_site else ["code"], with_node=bool(of_site))
    looked = {}
    for name in options.only:
        if name in CODE:
            looked[name] = timed(name, CODE_TOOLS[name])
    if of_site:
        looked["planted"] = timed("planted", planted_found.findings)
        with premises() as house:
            for name in options.only:
                if name in SITE:
                    looked[name] = timed(name, lambda name=name: SITE_TOOLS[name](house, options))
    return told(kept(looked))


def timed(name, look):
    """(what it found, what it is to be said of it, seconds)"""
    print(f"--- {name}", flush=True)
    begun = time.monotonic()
    found, words = look()
    for finding in found:
        print("   ", *finding, flush=True)
    return found, words, time.monotonic() - begun


def by_bandit():
    return list(bandit.findings(ROOT)), "all Python that runs in a newsroom, and deploy/"


def by_semgrep():
    trouble = semgrep.proved(ROOT)
    found = [Finding("semgrep", "rules", "--test", trouble[-500:])] if trouble else []
    return found + list(
        semgrep.findings(ROOT)
    ), "the same, templates and scripts, by our own rules, which --test proves"


def by_django():
    """manage.py check --deploy, with the settings of a server."""
    with tempfile.TemporaryDirectory(prefix="newsroom-check-") as folder:
        command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
        environment = os.environ | production(folder)
        answer = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    found = [Finding("deploy", "check", "settings", answer.stderr)] if answer.returncode else []
    return found, "the settings of a server"


def by_observatory(house, options):
    told = {path: observatory.scan(path, house.certificate) for path in observatory.PATHS}
    found = [one for path, answer in told.items() for one in observatory.findings(answer, path)]
    grades = "; ".join(f"`{path}` {observatory.in_words(answer)}" for path, answer in told.items() if "scan" in answer)
    alone = observatory.in_words(observatory.scan("/"))
    return found, f"deploy/nginx-site.conf with TLS: {grades}. Its certificate not believed: {alone}"


def by_sqlmap(house, options):
    asked_for = list(questions(house.paths))
    dbms = "postgresql" if "postgres" in os.environ.get("DATABASE_URL", "") else "sqlite"
    found = list(sqlmap.findings(house, asked_for, dbms=dbms))
    shut = "signing in mostly before its shut door"
    return found, f"{len(asked_for)} addresses and forms with all their parameters ({shut}), on {dbms}"


def by_wapiti(house, options):
    found, addresses = [], 0
    for who, cookie in (("reader", ""), ("editor", house.cookie)):
        paths = [path for kind, path in house.paths.items() if kind.startswith("desk") == (who == "editor")]
        told = wapiti.walk(house.base, also=paths, cookie=cookie, minutes=options.minutes)
        addresses += told["infos"]["crawled_pages_nbr"]
        found += wapiti.findings(told, who)
    return found, f"{addresses} addresses, walked as a reader and as the chief editor, {options.minutes:g} minutes each"


CODE_TOOLS = {"bandit": by_bandit, "semgrep": by_semgrep, "deploy": by_django}
SITE_TOOLS = {"observatory": by_observatory, "sqlmap": by_sqlmap, "wapiti": by_wapiti}


def kept(looked):
    """With what the other tools found when they were asked last, since some of them take hours."""
    path = installed.NODE / "found.json"
    before = json.loads(path.read_text()) if path.exists() else {}
    rows = before | {name: [*one, str(date.today())] for name, one in looked.items()}
    path.write_text(json.dumps(rows, ensure_ascii=False))
    again = {name: ([Finding(*one) for one in found], *rest) for name, (found, *rest) in rows.items()}
    return {name: again[name] for name in ["planted", *TOOLS] if name in again}


def told(looked):
    known = list(decisions())
    open_ones, used = judged([finding for found, *_rest in looked.values() for finding in found], known)
    text = report.written(looked, open_ones, used)
    whole = {"planted", *TOOLS} <= set(looked)
    path = ROOT / "docs/AUDIT-SECURITY.md" if whole else installed.FOLDER / "AUDIT-SECURITY.md"
    path.write_text(text, encoding="utf-8")
    print(f"Written to {path.relative_to(ROOT)}.")
    print(f"=== make audit-security: {len(open_ones)} that nobody decided about" if open_ones else "=== all is well")
    return 1 if open_ones else 0


if __name__ == "__main__":
    sys.exit(main())
