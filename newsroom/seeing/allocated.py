"""
Files of counters whose room is on the disk before it is written. prometheus_client maps a sparse file into memory, and
whoever touches a page of it that a full disk cannot give is ended by the kernel (SIGBUS): the web server, by a number.
"""

import os

from prometheus_client import values
from prometheus_client.mmap_dict import MmapedDict

BEGIN = 1 << 16
OF_A_VALUE = 64  # bytes at most beside its name


class Allocated(MmapedDict):
    def __init__(self, filename, read_mode=False):
        super().__init__(filename if read_mode else with_room(filename), read_mode)

    def _init_value(self, key):
        """Raises OSError where it would have to grow and cannot."""
        if self._used + len(key.encode()) + OF_A_VALUE > self._capacity:
            os.posix_fallocate(self._f.fileno(), 0, 2 * self._capacity)
        super()._init_value(key)


def with_room(filename):
    """The file; or one in memory, which this process alone counts in, where the disk is full."""
    try:
        with open(filename, "ab") as file:
            if os.fstat(file.fileno()).st_size < BEGIN:
                os.posix_fallocate(file.fileno(), 0, BEGIN)
    except OSError:
        return f"/proc/self/fd/{os.memfd_create('counters')}"
    return filename


def allocate():
    """Before the first counter is made."""
    values.MmapedDict = Allocated  # type: ignore[misc]
