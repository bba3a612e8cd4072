"""Public files get another address: whoever kept the old one finds nothing there."""

from django.core.files.storage import default_storage

from media.darkroom import store
from media.keeping import keep_on_commit


def move_public_files(names, *, before, after):
    """Copies the files from one key to another. The old ones go when the transaction commits, the new ones if not."""
    old = [f"files/{before}/{name}" for name in names]
    new = [f"files/{after}/{name}" for name in names]
    keep_on_commit(new, old)
    for source, target in zip(old, new, strict=True):
        with default_storage.open(source) as file:
            store(target, file)
