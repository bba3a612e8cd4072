"""Where the standards' own schemas lie: beside the repository, which holds none, or where NEWSROOM_STANDARDS says."""

import os
from pathlib import Path

STANDARDS = Path(
    os.environ.get("NEWSROOM_STANDARDS") or Path(__file__).resolve().parents[2] / "shared/standards"
).resolve()


def missing(path):
    return f"{path.name} is not here, and NEWSROOM_STANDARDS=... says where"
