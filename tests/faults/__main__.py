"""
All faults, one after the other, and their table:

    python -m tests.faults [--quiet SECONDS] [--broken SECONDS] [--only WORD] [--write]

--write puts the table into docs/FAULTS.md. --template, the address of a migrated database, spares the migrations.
"""

import argparse
import os
import resource
import sys
import time

import django


def asked():
    from tests.faults.running import LONG

    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--quiet", type=float, default=LONG.quiet, help="seconds before and after each fault")
    parser.add_argument("--broken", type=float, default=LONG.broken, help="seconds that something stays broken")
    parser.add_argument("--only", default="", help="faults that have this in their name")
    parser.add_argument("--template", help="address of a migrated database to be copied")
    parser.add_argument("--write", action="store_true", help="the table into docs/FAULTS.md")
    return parser.parse_args()


def main(arguments):
    from tests.faults import kinds  # noqa: F401
    from tests.faults.faults import FAULTS
    from tests.faults.house import open_house
    from tests.faults.running import Length, run
    from tests.faults.table import HEAD, RULE, line, write

    outcomes = []
    with open_house(arguments.template) as house:
        print(HEAD, RULE, sep="\n", flush=True)
        for fault in FAULTS:
            if arguments.only in fault.name:
                outcomes.append(run(house, fault, Length(arguments.quiet, arguments.broken)))
                print(line(outcomes[-1]), flush=True)
                print(*outcomes[-1].words(), sep="\n", end="\n", file=sys.stderr, flush=True)
    if arguments.write:
        write(outcomes)
    return 0 if all(outcome.is_well for outcome in outcomes) else 1


def used():
    """Seconds of the processor, of these tests and all they started."""
    both = resource.getrusage(resource.RUSAGE_CHILDREN), resource.getrusage(resource.RUSAGE_SELF)
    return sum(one.ru_utime + one.ru_stime for one in both)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    begun = time.monotonic()
    status = main(asked())
    print(f"{time.monotonic() - begun:.0f} s, of the processor {used():.0f} s", file=sys.stderr)
    sys.exit(status)
