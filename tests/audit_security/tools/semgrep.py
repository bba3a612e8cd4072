"""semgrep with the rules beside it: what matters in this house. Nothing is fetched and nothing is told to anybody."""

import json
import os
import subprocess

from tests.audit_security import installed
from tests.audit_security.finding import Finding
from tests.audit_security.tools.bandit import OURS

NAME = "semgrep"
RULES = installed.PINNED / "rules"
ALONE = ["--metrics", "off", "--disable-version-check"]


def run(*arguments, cwd):
    program = installed.program("semgrep")
    # It starts programs of its own by name.
    environment = os.environ | {"PATH": f"{os.path.dirname(program)}:{os.environ['PATH']}"}
    return subprocess.run([program, *arguments], cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def proved(root):
    """What its own --test says of the rules and the faults beside them: empty where all were found."""
    told = run("--test", *ALONE, "--config", str(RULES), str(RULES), cwd=root)
    return "" if told.returncode == 0 else told.stdout + told.stderr


def findings(root):
    folders = [*OURS, "deploy", "manage.py", "static", "templates"]
    told = run("scan", *ALONE, "--quiet", "--no-git-ignore", "--config", str(RULES), "--json", *folders, cwd=root)
    for one in json.loads(told.stdout)["results"]:
        yield Finding(NAME, one["check_id"].rpartition(".")[2], one["path"], f"line {one['start']['line']}")
