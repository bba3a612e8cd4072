"""
What each file asks for, as the first part of a run has found it: later parts of the same run open none from which they
would take nothing. What an earlier one could not read, they try themselves.
"""

import json
import os
from collections import defaultdict

from tests import template
from tests.parts import takes

FOUND = "asked.json"  # beside the migrated databases


def place():
    folder = template.folder()
    return folder and folder / FOUND


def note(pairs):
    """pairs: of each test its file and what it asks for."""
    if not place() or place().exists():
        return
    found = defaultdict(set)
    for file, asked in pairs:
        found[file].add(asked)
    unfinished = place().with_name(f"asked-{os.getpid()}")
    unfinished.write_text(json.dumps({file: sorted(asked) for file, asked in found.items()}))
    unfinished.rename(place())  # whoever reads it meanwhile finds it whole or not at all


def read():
    """{file: [what its tests ask for]}; empty where nobody has looked yet."""
    return json.loads(place().read_text()) if place() and place().exists() else {}


def is_passed_over(file, part, known):
    return file in known and not any(takes(part.asks, asked, file) for asked in known[file])
