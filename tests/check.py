"""What `make check` looks at, one thing after the other; all of them, also when one fails: python -m tests.check"""

import os
import secrets
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

CHECKS = {
    "lint": ["-m", "ruff", "check", "--quiet", "."],
    "layout": ["-m", "ruff", "format", "--check", "--quiet", "."],
    "types": ["-m", "mypy"],
    "migrations": ["manage.py", "makemigrations", "--check", "--dry-run"],
    "deployment": ["manage.py", "check", "--deploy", "--fail-level", "WARNING"],
    "floors and translations": [
        *("-m", "pytest", "-q", "tests/newsroom/test_floors.py", "tests/newsroom/test_translations.py"),
    ],
}


def production(folder):
    """Settings as a server has them: what passes here passes there."""
    return {
        "NEWSROOM_ENV": "production",
        "NEWSROOM_VAR": folder,
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "paper.example",
        "DATABASE_URL": f"sqlite:///{folder}/newsroom.sqlite3",
    }


def passes(name, command, folder):
    print(f"--- {name}", flush=True)
    environment = os.environ | {"NEWSROOM_VAR": folder}
    if name == "deployment":
        environment |= production(folder)
    return subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, check=False).returncode == 0


def main():
    with tempfile.TemporaryDirectory(prefix="newsroom-check-") as folder:
        failed = [name for name, command in CHECKS.items() if not passes(name, command, folder)]
    print(f"=== make check: failed in {', '.join(failed)}" if failed else "=== make check: all is well")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
