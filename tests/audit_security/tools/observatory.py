"""MDN's HTTP Observatory, before nginx with deploy/nginx-site.conf: with its certificate believed, and not believed."""

import json
import os
import subprocess

from tests.audit_security import installed
from tests.audit_security.finding import Finding
from tests.audit_security.premises import ADDRESS

NAME = "observatory"
PATHS = ["/", "/search/?q=x", "/admin/login/"]
# What else a scan of the same pages by others would ask for: none of it is Observatory's.
COSTS = "strict-transport-security", "redirection"


def scan(path, certificate=None):
    """Its answer: score, grade and each test."""
    command = ["node", str(installed.OBSERVATORY / "src/scan.js"), ADDRESS + path]
    environment = os.environ | ({"NODE_EXTRA_CA_CERTS": str(certificate)} if certificate else {})
    return json.loads(subprocess.run(command, env=environment, capture_output=True, text=True, check=False).stdout)


def findings(told, path):
    if "tests" not in told:
        yield Finding(NAME, "no answer", path, str(told))
    for name, test in told.get("tests", {}).items():
        if not test["pass"]:
            yield Finding(NAME, name, path, test["result"])


def in_words(told):
    return f"{told['scan']['grade']}, {told['scan']['score']}"
