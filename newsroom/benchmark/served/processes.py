"""What processes of this machine use, as Linux tells it: a server is the process that was started and all below it."""

import os
from pathlib import Path

PROC = Path("/proc")
TICKS = os.sysconf("SC_CLK_TCK")
# Fields of /proc/PID/stat, counted from behind the name, which may hold blanks.
PARENT, USER, SYSTEM = 1, 11, 12


def fields(pid):
    return (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()


def family(pid):
    """The process and all that it has started."""
    return [pid, *(one for child in children(pid) for one in family(child))]


def children(pid):
    found = []
    for task in (PROC / str(pid) / "task").iterdir():
        found += map(int, (task / "children").read_text().split())
    return found


def processor_seconds(pids):
    return sum(int(parts[USER]) + int(parts[SYSTEM]) for parts in map(fields, pids)) / TICKS


def proportional_memory(pid):
    """PSS in MB: what is shared with others counts in equal parts."""
    lines = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def loaded_libraries(pid):
    """File names of what is mapped into the process."""
    paths = (line.split(maxsplit=5)[5:] for line in (PROC / str(pid) / "maps").read_text().splitlines())
    return {os.path.basename(path[0]) for path in paths if path and path[0].startswith("/")}
