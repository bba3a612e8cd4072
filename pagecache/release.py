"""Which program made a page. Two versions may run side by side, and neither serves what the other has made."""

from hashlib import blake2b

import django
from django.conf import settings

KINDS = ("py", "html", "xml", "txt", "mo", "css", "js")
NOT_OURS = {"tests", "docs", "deploy", "node_modules", "var"}
MANIFEST = "staticfiles.json"
# Settings that stand in pages or in their headers.
SEEN = ("SECURE_", "X_FRAME_", "LANGUAGE_", "TIME_ZONE", "STATIC_URL", "SITE_", "USE_", "PAGE_CACHE")


def fingerprint():
    """Read once, when the server starts: contents and not times, so that it is the same on every machine."""
    digest = blake2b(django.__version__.encode(), digest_size=12)
    for name in sorted(dir(settings)):
        if name.startswith(SEEN):
            digest.update(f"{name}={getattr(settings, name)!r}\n".encode())
    for name, path in sorted(files()):
        digest.update(f"\n{name}\n".encode() + path.read_bytes())
    return digest.hexdigest()


def files():
    """Code, templates, translations; static files by their sources and, where they were collected, by their names."""
    root = settings.BASE_DIR
    for folder in root.iterdir():
        if folder.is_dir() and not folder.name.startswith(".") and folder.name not in NOT_OURS:
            found = (path for kind in KINDS for path in folder.rglob(f"*.{kind}"))
            yield from ((path.relative_to(root).as_posix(), path) for path in found)
    manifest = settings.STATIC_ROOT / MANIFEST
    if manifest.exists():
        yield MANIFEST, manifest
