"""The tools of others: what the machine must have, and npm's packages as the lock file pins them, in .audit/."""

import json
import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

from tests.servers.chromium import NAMES, find_chromium

ROOT = Path(__file__).resolve().parents[2]
PINNED = Path(__file__).resolve().parent
FOLDER = ROOT / ".audit"  # git does not see it
PACKAGES = FOLDER / "node_modules"
OLDEST = {"java": 17, "node": 20}
TO_INSTALL = {
    "java": "Java 17 or newer, for the Nu checker (Debian: openjdk-17-jre-headless)",
    "node": "node 20 or newer, for Lighthouse (Debian: nodejs)",
    "npm": "npm, which fetches the pinned tools (Debian: npm)",
    "chromium": "Chromium (Debian: chromium); CHROMIUM=... names one that lies elsewhere",
}


def missing():
    """What must be installed first, a line each."""
    found = {"java": major(("java", "-version")), "node": major(("node", "--version"))}
    lacking = [name for name, oldest in OLDEST.items() if found[name] < oldest]
    lacking += [] if shutil.which("npm") else ["npm"]
    lacking += [] if find_chromium(NAMES) else ["chromium"]
    return [TO_INSTALL[name] for name in lacking]


def major(command):
    """17 of 'openjdk version "17.0.15"'; 0 where there is no such program."""
    number = re.search(r"\d+", said_by(command))
    return int(number[0]) if number else 0


@cache
def said_by(command):
    if not shutil.which(command[0]):
        return ""
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    return (answer.stdout + answer.stderr).strip()


def install():
    """npm ci, where the packages are not yet those of the lock file."""
    FOLDER.mkdir(exist_ok=True)
    files = [(PINNED / name, FOLDER / name) for name in ("package.json", "package-lock.json")]
    if (PACKAGES / ".package-lock.json").exists() and all(same(*pair) for pair in files):
        return
    for pinned, copy in files:
        shutil.copyfile(pinned, copy)
    # Install scripts would fetch browsers; the machine's own is used.
    subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=FOLDER, check=True)


def same(pinned, copy):
    return copy.exists() and pinned.read_bytes() == copy.read_bytes()


def environment():
    """For the programs of node: the browser, and where their packages are."""
    return os.environ | {"CHROME_PATH": find_chromium(NAMES), "NODE_PATH": str(PACKAGES)}


def versions():
    """{tool: version}, for the report."""
    wanted = json.loads((PINNED / "package.json").read_text())["dependencies"]
    machine = {
        "Chromium": number_in(said_by((find_chromium(), "--version"))),
        "Java": number_in(said_by(("java", "-version"))),
        "node": number_in(said_by(("node", "--version"))),
    }
    return wanted | machine


def number_in(text):
    found = re.search(r"\d+(\.\d+)+", text)
    return found[0] if found else "?"
