"""
This machine's files follow the log: whatever acts have changed on any machine is taken away here, and a new stamp of
the log (the paper's own record, another release) takes away all.
"""

import time
from pathlib import Path

from pagecache.files.beat import beat
from pagecache.log import changes_since, look


def keep_up(folder, release):
    """
    One round, again and again in a thread of the worker's. An error ends it before the beat: the web server in front
    then turns to the newsroom, which knows, instead of to files of which nobody knows.
    """
    mark = look()
    stamp = stamp_of(mark, release)
    with folder.register.alone() as entries:
        known, number = entries.state()
        changes = changes_since(number) if known == stamp else None
        if changes is None or not changes.are_known:
            folder.empty(entries, stamp, mark.number)
        else:
            take_away(folder, entries, changes)
            entries.taken_away(changes.number)
    beat(folder, time.time())
    folder.clear_gone()


def take_away(folder, entries, changes):
    """Of what waits for its number nobody knows whether a file was written before it or after: it goes."""
    if changes.waiting:
        folder.remove(entries, entries.showing(changes.waiting))
    for number, names in changes.numbered:
        folder.remove(entries, entries.showing(names, before=number))


def stamp_of(mark, release):
    return f"{release} {mark.stamp} {boot()}"


def boot():
    """Another one since the machine was started: what was written before may have been lost by halves."""
    path = Path("/proc/sys/kernel/random/boot_id")
    return path.read_text().strip() if path.exists() else ""
