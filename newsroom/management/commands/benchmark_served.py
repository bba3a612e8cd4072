import json
from dataclasses import asdict

from django.core.management.base import BaseCommand
from django.db import connections

from newsroom.benchmark.machine import described, in_words
from newsroom.benchmark.served.comparing import MODES, compared
from newsroom.benchmark.served.memory import watched
from newsroom.benchmark.served.paths import all_over, mixed_paths, story_path


class Command(BaseCommand):
    help = "Measures the web server itself: processor time of a request, kept and not, and the memory of its workers."

    def add_arguments(self, parser):
        parser.add_argument("--modes", default=",".join(MODES), help="values of PAGE_CACHE, beside nginx with a file")
        parser.add_argument("--rounds", type=int, default=5, help="in which the servers take turns")
        parser.add_argument("--seconds", type=int, default=2, help="of load on a server in each round")
        parser.add_argument(
            "--memory", type=float, metavar="MINUTES", help="instead: what workers take under mixed load"
        )
        parser.add_argument("--rate", type=float, default=0, help="requests a second with --memory; 0 asks all it can")
        parser.add_argument("--json", action="store_true", help="for machines")

    def handle(self, *, memory, rate, **options):
        machine = described()
        looks = self.looks(memory, rate) if memory else self.servers(story_path(), **options)
        found = map(asdict, looks)
        if options["json"]:
            return self.stdout.write(json.dumps({"machine": machine, "found": list(found)}))
        self.stdout.write(in_words(machine) + "\n")
        for row in found:
            self.stdout.write(" · ".join(f"{name} {shown(value)}" for name, value in row.items()))
            self.stdout.flush()
        return None

    def servers(self, path, *, modes, rounds, seconds, **options):
        connections.close_all()
        return compared(path, modes=modes.split(","), rounds=rounds, seconds=seconds)

    def looks(self, minutes, rate):
        paths, elsewhere = mixed_paths(), all_over()
        connections.close_all()
        return watched(paths, elsewhere, minutes=minutes, rate=rate, say=self.stderr.write)


def shown(value):
    return f"{value:.3f}" if isinstance(value, float) else value
