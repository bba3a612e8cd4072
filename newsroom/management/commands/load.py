import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django.utils.translation import gettext as _

from newsroom.benchmark.machine import described, in_words
from newsroom.load.arrangement import FILES, PLAIN, PROCESSES, SITE, house
from newsroom.load.preparing import NotSeededError, require_seeded
from newsroom.load.rates import highest
from newsroom.load.report import in_a_line, report
from newsroom.load.running import Paces, Plan, run


class Command(BaseCommand):
    help = (
        "Puts the house of deploy/ under the load of a day's peak: readers by the clock, the desk at work. "
        "It writes into the database, which must be one that seed_archive has filled."
    )

    def add_arguments(self, parser):
        parser.add_argument("--home", type=Path, required=True, help="a folder for certificate, logs and results")
        parser.add_argument("--arrangement", choices=[SITE, PLAIN, FILES], default=SITE, help="see docs/LOAD.md")
        parser.add_argument("--rate", type=float, default=0, help="readers' requests a second; 0: found before")
        parser.add_argument("--minutes", type=float, default=30, help="of the run")
        parser.add_argument("--step", type=float, default=60, help="seconds of each step when the rate is looked for")
        parser.add_argument("--warm", type=float, default=60, help="seconds at half the rate before the run counts")
        parser.add_argument("--begin", type=float, default=100, help="the first of these steps")
        parser.add_argument("--only-rate", action="store_true", help="look for the rate, and end")
        parser.add_argument("--processes", type=int, default=PROCESSES, help="of the web server")
        parser.add_argument("--acts", type=float, default=Paces.acts, help="of the desk, a second")
        parser.add_argument("--publish", type=float, default=Paces.publish, help="a story every so many seconds")
        parser.add_argument("--upload", type=float, default=Paces.upload, help="a photo every so many seconds")
        parser.add_argument("--report", type=Path, nargs="+", metavar="FILE", help="instead: tables of such results")

    def handle(self, *, home, report: list[Path] | None, **options):
        if report:
            return self.stdout.write(tables(report))
        try:
            require_seeded()
        except NotSeededError:
            raise CommandError(_("These are a paper's own stories: seed_archive fills another database.")) from None
        home.mkdir(parents=True, exist_ok=True)
        return self.measure(home.resolve(), **options)

    def measure(self, home, *, arrangement, processes, only_rate, **options):
        found = {"machine": described(), "arrangement": arrangement, "processes": processes, "steps": []}
        with house(arrangement, home, processes) as standing:
            plan = Plan(standing, home)
            connections.close_all()
            self.stderr.write(f"{in_words(found['machine'])} · {arrangement} · https://{standing.host}/")
            found |= self.find_and_run(plan, only_rate=only_rate, **options)
        path = home / f"load-{arrangement}-{'rate' if only_rate else 'run'}.json"
        path.write_text(json.dumps(found))
        self.stdout.write(f"{path}\n")
        return None if only_rate else self.stdout.write(tables([path]))

    def find_and_run(self, plan, *, rate, minutes, step, warm, begin, only_rate, **options):
        paces, found = Paces(**{name: options[name] for name in ("acts", "publish", "upload")}), {}
        if not rate:
            rate, found["steps"] = highest(plan, begin=begin, seconds=step, paces=paces, say=self.say)
        elif warm:
            self.say(run(plan, rate=rate / 2, seconds=warm, paces=paces))
        if not only_rate:
            found["run"] = run(plan, rate=rate, seconds=minutes * 60, paces=paces, with_issue=True)
            self.say(found["run"])
        return found

    def say(self, found):
        self.stderr.write(in_a_line(found))


def tables(paths):
    return report([json.loads(path.read_text()) for path in paths])
