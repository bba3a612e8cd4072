"""
Bad input by the thousand: python -m tests.fuzz [--minutes 5] [--seed 1] [--only addresses,forms,files] [--postgresql]

Minutes are of processor time, shared by the kinds. Each case follows from seed and number, and is asked once more by
--seed 1 --only forms --from 1234 --cases 1. SQLite, or a PostgreSQL server of its own.
"""

import argparse
import logging
import os
import resource
import sys
from contextlib import ExitStack, contextmanager

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
MEMORY = 3 * 2**30  # bytes of addresses: whoever wants more has a fault, and must not take the machine along
KINDS = ["addresses", "forms", "files"]


def main(arguments):
    asked = options().parse_args(arguments)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    with ExitStack() as stack:
        if asked.postgresql:
            os.environ["TEST_DATABASE_URL"] = stack.enter_context(a_server())
        stack.enter_context(a_database())
        from tests.fuzz.runs import RUNS  # it reads models, which want the settings

        reports = [run(RUNS[kind], asked) for kind in asked.only.split(",")]
    for kind, report in zip(asked.only.split(","), reports, strict=True):
        print(f"\n{kind}: {report}")
    return 1 if any(report.found for report in reports) else 0


def options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default=",".join(KINDS))
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--cases", type=int, default=10**9)
    parser.add_argument("--postgresql", action="store_true")
    return parser


def run(kind, asked):
    begun, seconds = spent(), asked.minutes * 60 / len(asked.only.split(","))
    return kind(asked.seed, asked.first, asked.cases, lambda: spent() < begun + seconds)


def spent():
    """Of the processor, by this process and those that it began and that have ended."""
    return sum(os.times()[:4])


def a_server():
    from tests.servers.postgresql import find_binaries, temporary_server

    return temporary_server(find_binaries())


@contextmanager
def a_database():
    import django
    from django.db import connection
    from django.test.utils import setup_test_environment

    django.setup()
    setup_test_environment()
    logging.disable(logging.CRITICAL)
    connection.creation.create_test_db(verbosity=0)
    from newsroom.groups import write_groups

    write_groups()
    try:
        yield
    finally:
        connection.creation.destroy_test_db("", verbosity=0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
