"""A clean run proves little: first each scanner of pages has to find what was planted (planted.py)."""

import subprocess
import sys
import time

from tests.audit_security.asked import Question
from tests.audit_security.finding import Finding
from tests.audit_security.premises import ROOT
from tests.audit_security.tools import sqlmap, wapiti
from tests.servers import programs
from tests.servers.office import free_port

STORY = Question("planted", "/story?id=1")


def findings():
    """What was not found, and what is to be said of it."""
    port = free_port()
    command = [sys.executable, "-m", "tests.audit_security.planted", str(port)]
    site = subprocess.Popen(command, cwd=ROOT)
    time.sleep(2)
    try:
        base = f"http://127.0.0.1:{port}"
        found = {"sqlmap, an injection": sqlmap.ask(base, STORY)[0], "wapiti, a script": by_wapiti(base)}
    finally:
        programs.stop(site)
    missed = [Finding("planted", "missed", what) for what, names in found.items() if not names]
    return missed, f"a site with faults on purpose: {'; '.join(what for what, names in found.items() if names)} found"


def by_wapiti(base):
    told = wapiti.walk(base, minutes=2, depth=2, modules="xss,sql")
    return [kind for kind, faults in told["vulnerabilities"].items() if faults]
