"""Lots of files, each read in a process of its own with so much memory and time: one that dies takes none along."""

import json
import os
import resource
import signal
import time
import traceback
from collections import Counter
from itertools import takewhile
from random import Random

from tests.fuzz.files import READERS, seeds, wounded

MEMORY = 2 * 2**30  # bytes of addresses, what Python and its libraries take included
SECONDS = 60  # of the processor, for one file
LOT = 60


class FileReport:
    def __init__(self):
        self.cases, self.found, self.slowest, self.peak = Counter(), {}, {}, 0

    def note(self, told):
        kind, number = told["kind"], told["number"]
        self.cases[kind] += 1
        self.slowest[kind] = max(self.slowest.get(kind, (0, 0)), (round(told["seconds"], 2), number))
        self.peak = max(self.peak, told["peak"])
        if told["problem"]:
            self.tell(number, kind, told["problem"])

    def tell(self, number, kind, problem):
        lines, ours = lines_of(problem)
        key = (kind, lines[-1].partition(":")[0], *ours[-1:])
        if key not in self.found:
            self.found[key] = number
            print(f"\n----- {kind}: case {number}", *lines[-12:], sep="\n", flush=True)

    def __str__(self):
        kinds = ", ".join(f"{kind} × {count}" for kind, count in self.cases.items())
        said = f"{self.cases.total()} cases, {len(self.found)} faults; {kinds}"
        return f"{said}\nslowest, (seconds, case): {self.slowest}\npeak: {self.peak} MB"


def lines_of(problem):
    """Those of a traceback, and among them those that name a file of ours: two faults at one place are one."""
    lines = [line.strip() for line in problem.strip().splitlines()]
    named = [line for line in lines if line.startswith("File")]
    return lines, [line for line in named if "site-packages" not in line and "/tests/" not in line]


def files(seed, first, cases, has_time):
    """Case by case the kinds take turns; a lot is one process."""
    report = FileReport()
    seeds()  # made once, for all processes
    for begin in takewhile(lambda _number: has_time(), range(first, first + cases, LOT)):
        number = begin
        end = min(begin + LOT, first + cases)
        while number < end:
            number = read_lot(seed, number, end, report)
    return report


def read_lot(seed, first, end, report):
    """Returns the number behind the last that was begun."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with os.fdopen(writing, "w") as out:
            work(seed, first, end, out)
        os._exit(0)
    os.close(writing)
    begun = first
    with os.fdopen(reading) as lines:
        for line in lines:
            told = json.loads(line)
            begun = told["number"]
            if "seconds" in told:
                report.note(told)
    _child, status = os.waitpid(child, 0)
    if status:
        kind = kind_of(begun)
        report.cases[kind] += 1
        report.tell(begun, kind, f"the process died: {os.waitstatus_to_exitcode(status)}")
        return begun + 1
    return end


def kind_of(number):
    return list(READERS)[number % len(READERS)]


def work(seed, first, end, out):
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    for number in range(first, end):
        print(json.dumps({"number": number}), file=out, flush=True)
        print(json.dumps(read_one(seed, number)), file=out, flush=True)


def read_one(seed, number):
    kind, problem = kind_of(number), ""
    random = Random(f"{seed}-{kind}-{number}")
    content = wounded(random, seeds()[kind])
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    begun = time.process_time()
    try:
        READERS[kind](random, content)
    except Exception:
        problem = traceback.format_exc()
    seconds = time.process_time() - begun
    signal.setitimer(signal.ITIMER_PROF, 0)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {"number": number, "kind": kind, "seconds": seconds, "peak": peak, "problem": problem}
