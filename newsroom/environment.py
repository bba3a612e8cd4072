"""Reading the environment: what is missing or senseless stops the start with a sentence, never with a traceback."""

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def setting(name, default=None):
    """The variable's text; in production (no default given) its absence is an error."""
    value = os.environ.get(name, "").strip() or default
    if value is None:
        raise ImproperlyConfigured(
            f"{name} is not set. NEWSROOM_ENV=production takes its settings from the environment; "
            "the README lists what it needs."
        )
    return value


def listed(name, default=None):
    return [part.strip() for part in setting(name, default).split(",") if part.strip()]


def whole_number(name, default):
    value = setting(name, str(default))
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}.")
    return int(value)


def generated_secret(path: Path):
    """A secret of this machine's own, made once and readable by its owner only."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(50))
    return path.read_text().strip()
