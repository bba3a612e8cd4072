import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from newsroom.benchmark import running
from newsroom.benchmark.colleague import logged_in
from newsroom.benchmark.examples import NothingPrintedError
from newsroom.benchmark.machine import described, in_words
from newsroom.benchmark.measuring import UnansweredError
from newsroom.benchmark.table import table


class Command(BaseCommand):
    help = "Measures what each kind of page costs, beside a minimal Django site with the same content."

    def add_arguments(self, parser):
        parser.add_argument("--only", action="append", metavar="KIND", help="pages named like this; may be repeated")
        parser.add_argument("--requests", type=int, default=50, help="of each page, over all rounds")
        parser.add_argument("--rounds", type=int, default=5, help="in which ours and the minimal page take turns")
        parser.add_argument(
            "--against", type=Path, metavar="FILE", help="an earlier --json, of an archive of another size"
        )
        parser.add_argument("--json", action="store_true", help="for machines")
        parser.add_argument("--flame", type=Path, metavar="FILE", help="draw where the time of --only goes, as SVG")

    def handle(self, **options):
        try:
            self.flame(**options) if options["flame"] else self.measure(**options)
        except NothingPrintedError:
            raise CommandError(
                _("Nothing is printed here yet: manage.py load_sample or seed_archive makes an archive.")
            ) from None

    def measure(self, *, against, **options):
        machine, rows = described(), list(self.rows(**options))
        if options["json"]:
            found = {"machine": machine, "pages": [row.as_json() for row in rows]}
            return self.stdout.write(json.dumps(found, ensure_ascii=False))
        before = {row["kind"]: row for row in json.loads(against.read_text())["pages"]} if against else None
        return self.stdout.write(f"{in_words(machine)}\n\n{table(rows, before)}")

    def rows(self, *, only, rounds, requests, **options):
        with logged_in() as cookies:
            for page in running.chosen(running.all_pages(), only):
                self.stderr.write(f"{page.kind} …")
                try:
                    yield running.measured(page, cookies=cookies, rounds=rounds, requests=requests)
                except UnansweredError as problem:
                    self.stderr.write(_("This page does not answer: %(page)s") % {"page": problem})

    def flame(self, *, only, requests, flame, **options):
        with logged_in() as cookies:
            page = running.chosen(running.all_pages(), only)[0]
            flame.write_text(running.flame_of(page, cookies=cookies, requests=requests))
        self.stdout.write(f"{page.kind}: {flame}")
