"""What `make check` looks at, two things at a time; all of them, also when one fails: python -m tests.check"""

import os
import secrets
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
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


def look(name, command, folder):
    environment = os.environ | {"NEWSROOM_VAR": folder}
    if name == "deployment":
        environment |= production(folder)
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def passes(name, looked):
    """What is said stands whole, one after the other."""
    print(f"--- {name}", flush=True)
    sys.stdout.buffer.write(looked.stdout)
    sys.stdout.flush()
    return looked.returncode == 0


def main():
    with tempfile.TemporaryDirectory(prefix="newsroom-check-") as folder, ThreadPoolExecutor(2) as looking:
        looked = {name: looking.submit(look, name, command, folder) for name, command in CHECKS.items()}
        failed = [name for name, at in looked.items() if not passes(name, at.result())]
    print(f"=== make check: failed in {', '.join(failed)}" if failed else "=== make check: all is well")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
