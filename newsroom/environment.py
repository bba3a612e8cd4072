"""Reading the environment: what is missing or senseless stops the start with a sentence, never with a traceback."""

import base64
import ipaddress
import os
import re
import secrets
import zoneinfo
from pathlib import Path
from typing import Any, cast

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

SHORTEST_SECRET = 50
HOST = r"[A-Za-z0-9]([\w.-]*\w)?|\[?[0-9A-Fa-f:]+\]?"
# A connection costs more than most queries: each thread keeps its own, and looks whether it still stands.
LASTING = {"CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True}
# A server or a network that has gone without a word is noticed within seconds, not after a quarter of an hour.
NOTICED = {"connect_timeout": 3, "tcp_user_timeout": 10_000}
NOTICED |= {"keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3}


def setting(name, default=""):
    """The variable's text; an empty variable counts as none."""
    return os.environ.get(name, "").strip() or default


def demand(*names):
    """Production has no defaults for these: say in one go which of them are missing."""
    missing = [name for name in names if not setting(name)]
    if missing:
        raise ImproperlyConfigured(
            f"NEWSROOM_ENV=production takes its settings from the environment, and these are not set: "
            f"{', '.join(missing)}. The README says what belongs into them."
        )


def demand_beside(name, *others):
    """Whoever sets the one has to set the others."""
    missing = [other for other in others if not setting(other)]
    if setting(name) and missing:
        raise ImproperlyConfigured(
            f"{name} is set, and these are not: {', '.join(missing)}. The README says what belongs into them."
        )


def listed(name, default=""):
    return [part.strip() for part in setting(name, default).split(",") if part.strip()]


def switch(name, default):
    value = setting(name, "1" if default else "0")
    if value not in {"0", "1"}:
        raise ImproperlyConfigured(f"{name} must be 0 or 1, not {value!r}.")
    return value == "1"


def one_of(name, choices):
    """One of the choices, of which the first is the default."""
    value = setting(name, choices[0])
    if value not in choices:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(choices)}, not {value!r}.")
    return value


def shaped(name, pattern, such_as, default=""):
    """Its text: what has another shape is a slip, of which nothing would be heard until it does harm."""
    return in_shape(name, setting(name, default), pattern, such_as)


def shaped_list(name, pattern, such_as, default=""):
    return [in_shape(name, value, pattern, such_as) for value in listed(name, default)]


def in_shape(name, value, pattern, such_as):
    if value and not re.fullmatch(pattern, value):
        # An address may hold a password or a token: it stays out of the message.
        said = "" if "://" in value or "@" in value else f", not {value!r}"
        raise ImproperlyConfigured(f"{name} must be {such_as}{said}.")
    return value


def host(name):
    return shaped(name, HOST, "the name of a machine, such as mail.example.com")


def time_zone(name, default):
    value = setting(name, default)
    if value not in zoneinfo.available_timezones():
        raise ImproperlyConfigured(f"{name} must be a time zone such as Asia/Shanghai, not {value!r}.")
    return value


def folder(name, default):
    """Where one is, or may be made."""
    path = Path(setting(name, str(default)))
    there = next((each for each in [path, *path.parents] if os.path.lexists(each)), None)
    if there and not there.is_dir():
        raise ImproperlyConfigured(f"{name} must be a folder, and {there} is none.")
    return path


def web_address(name):
    return checked_address(name, setting(name))


def web_addresses(name):
    return [checked_address(name, value) for value in listed(name)]


def checked_address(name, value):
    return in_shape(name, value, r"https?://[^\s/]+(/[^\s]*)?", "an address such as https://desk.example.com")


def networks(name):
    try:
        return [ipaddress.ip_network(value) for value in listed(name)]
    except ValueError as problem:
        raise ImproperlyConfigured(f"{name} must be networks such as 10.0.0.0/8, not {setting(name)!r}.") from problem


def whole_number(name, default, least=0, most=2**31 - 1):
    value = setting(name, str(default))
    if not re.fullmatch(r"[0-9]{1,12}", value) or not least <= int(value) <= most:
        raise ImproperlyConfigured(f"{name} must be a whole number from {least} to {most}, not {value!r}.")
    return int(value)


def database(name, default: Path):
    """The database that the variable addresses, or the SQLite file of that path."""
    if not setting(name):
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(default), **LASTING}
    try:
        found = dj_database_url.parse(setting(name)) | LASTING
    except ValueError as problem:
        # The address itself may hold a password: it stays out of the message.
        raise ImproperlyConfigured(
            f"{name} is not a database address such as postgres://user:password@host:5432/name "
            "or sqlite:////absolute/path.sqlite3."
        ) from problem
    if found["ENGINE"] == "django.db.backends.postgresql":
        options = cast(dict[str, Any], found.get("OPTIONS", {}))
        found["OPTIONS"] = NOTICED | options
    return found


def given_secret(name):
    value = setting(name)
    if len(value) < SHORTEST_SECRET or len(set(value)) < 5:
        raise ImproperlyConfigured(
            f"{name} is too easy to guess: it must be at least {SHORTEST_SECRET} random characters. "
            "This prints some: python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"
        )
    return value


def private_data_keys(name, path: Path, *, is_production):
    """
    Keys of the cipher of contributors' private details, the newest first. A demo makes one for itself; production
    without any keeps no private details.
    """
    keys = listed(name) or ([] if is_production else [generated_secret(path, new_key)])
    if not all(re.fullmatch(r"[A-Za-z0-9_-]{43}=", key) for key in keys):  # the keys themselves stay out of the message
        raise ImproperlyConfigured(
            f"{name} must be keys of 44 characters, separated by commas, the newest first. This prints one: "
            "python3 -c 'import base64, os; print(base64.urlsafe_b64encode(os.urandom(32)).decode())'"
        )
    return keys


def new_key():
    return base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()


def new_secret():
    return secrets.token_urlsafe(SHORTEST_SECRET)


def generated_secret(path: Path, make=new_secret):
    """A secret of this machine's own, made once and readable by its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(handle, "w") as file:
        file.write(make())
    return path.read_text().strip()
