"""The scanners, in environments of their own under .audit/: by code.txt, site.txt and npm's lock file."""

import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from tests.audit.installed import FOLDER, said_by, same

PINNED = Path(__file__).resolve().parent
NODE = FOLDER / "security"
OBSERVATORY = NODE / "node_modules/@mdn/mdn-http-observatory"
# wapiti asks for older versions of much that semgrep asks for newer ones of: they cannot live together.
ENVIRONMENTS = {"code": ["bandit", "semgrep"], "site": ["wapiti", "sqlmap"]}
LISTS = ("package.json", "package-lock.json")


def missing():
    """What must be installed first, a line each."""
    return [f"{name} ({why})" for name, why in NEEDED.items() if not shutil.which(name, path=PATH)]


PATH = f"{os.environ.get('PATH', '')}:/usr/sbin"
NEEDED = {
    "npm": "fetches the pinned Observatory",
    "node": "20 or newer, runs it",
    "nginx": "stands before the newsroom while it looks",
    "openssl": "makes nginx's certificate",
}


def install(environments=tuple(ENVIRONMENTS), *, with_node=True):
    FOLDER.mkdir(exist_ok=True)
    for name in environments:
        install_python(name)
    if with_node:
        install_node()


def install_python(name):
    pinned, copy = PINNED / f"{name}.txt", FOLDER / name / "requirements.txt"
    if same(pinned, copy):
        return
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(FOLDER / name)], check=True)
    pip = [str(FOLDER / name / "bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "-r", str(pinned)], check=True)
    shutil.copyfile(pinned, copy)


def install_node():
    NODE.mkdir(exist_ok=True)
    if not (OBSERVATORY.exists() and all(same(PINNED / one, NODE / one) for one in LISTS)):
        for one in LISTS:
            shutil.copyfile(PINNED / one, NODE / one)
        subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=NODE, check=True)
    # Its install script would fetch the browsers' list of hosts; ours is in none, so that an empty one says the same.
    (OBSERVATORY / "conf/hsts-preload.json").write_text("{}")


def program(name):
    environment = next(place for place, names in ENVIRONMENTS.items() if name in names)
    return str(FOLDER / environment / "bin" / name)


@cache
def versions():
    """{tool: version} of what is pinned, for the report."""
    names = {"bandit": "code", "semgrep": "code", "wapiti3": "site", "sqlmap": "site"}
    found = {name: pinned_version(name, PINNED / f"{place}.txt") for name, place in names.items()}
    found["mdn-http-observatory"] = re.search(r'observatory": "([\d.]+)"', (PINNED / LISTS[0]).read_text())[1]
    return found | {"nginx": re.sub(r"[^\d.]", "", said_by(("nginx", "-v")).partition("/")[2])}


def pinned_version(name, path):
    """For this machine's Python, where the list has several."""
    here = sys.version_info[:2] >= (3, 12)
    lines = [line for line in path.read_text().splitlines() if line.startswith(f"{name}==")]
    fitting = [line for line in lines if "python_full_version" not in line or (">= '3.12'" in line) == here]
    return re.search(r"==([\d.]+)", fitting[0])[1]
