"""A disk that is full: a small one of memory where it may be mounted."""

import contextlib
import os
import subprocess
import unittest


@contextlib.contextmanager
def small_disk(place, megabytes):
    """Mounted on that folder, and taken away behind it. Skipped where nobody may mount anything."""
    options = f"size={megabytes}m,mode=0777"
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", place], capture_output=True, check=False)
    if mounted.returncode:
        raise unittest.SkipTest("Only root may mount a small disk: what a full one does is not shown here.")
    try:
        yield Disk(place)
    finally:
        subprocess.run(["umount", "--lazy", place], check=True)


class Disk:
    def __init__(self, place):
        self.place, self.ballast = place, place / "ballast"

    def fill(self, leave=0):
        """All that is free but so many bytes."""
        with self.ballast.open("ab", buffering=0) as file, contextlib.suppress(OSError):
            while True:
                file.write(bytes(65536))
        left = max(0, self.ballast.stat().st_size - leave)
        os.truncate(self.ballast, left)

    def make_room(self):
        self.ballast.unlink(missing_ok=True)
