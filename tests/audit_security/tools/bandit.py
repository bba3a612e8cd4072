"""bandit: what is often wrong in Python, by its own hundred questions."""

import json
import subprocess

from tests.audit_security import installed
from tests.audit_security.finding import Finding

NAME = "bandit"
OURS = [
    "desk",
    "pagecache",
    "search",
    "regions",
    "bylines",
    "media",
    "articles",
    "intake",
    "tally",
    "fees",
    "newsroom",
    "wording",
]


def findings(root):
    command = [installed.program("bandit"), "-q", "-r", *OURS, "deploy", "manage.py", "-f", "json"]
    said = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False).stdout
    for one in json.loads(said)["results"]:
        yield Finding(NAME, one["test_id"], one["filename"], f"line {one['line_number']}: {one['issue_text']}")
