"""python -m tests.permissions (make permissions): prints the matrix into docs/PERMISSIONS.md."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from tests.permissions.printed import FILE, printed  # noqa: E402

FILE.write_text(printed(), encoding="utf-8")
print(f"{FILE.name}: {len(FILE.read_text(encoding='utf-8').splitlines())} lines")
