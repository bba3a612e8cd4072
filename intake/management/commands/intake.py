import json
from datetime import date
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _

from intake.reading.contract import as_json
from intake.receiving import page_for, read_text, receive
from wording.encoding import UnreadableError, decode


class Command(BaseCommand):
    help = "Reads page texts into drafts; with --dry-run only says what it read."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--dry-run", action="store_true", help="read, and save nothing")
        parser.add_argument("--json", action="store_true", help="print what was read, one line a file")
        parser.add_argument("--date", type=date.fromisoformat, help="of the issue, as 2023-03-02")
        parser.add_argument("--page", help="label of the page, as 02 or A02")
        parser.add_argument("--page-name", default="", help="name of the page, where it has to be made")
        parser.add_argument("--edition", default="", help="extra or supplement; empty for the main paper")

    def handle(self, *, files, **options):
        if bool(options["date"]) != bool(options["page"]):
            raise CommandError(_("--date and --page go together."))
        for file in files:
            text = self.text_of(file)
            reading = read_text(text)
            if options["json"]:
                self.stdout.write(json.dumps(as_json(file.name, reading), ensure_ascii=False))
            if options["dry_run"]:
                self.say(options, file, reading.stories)
            else:
                self.draft(file, text, reading, options)

    def text_of(self, file):
        try:
            return decode(file.read_bytes())
        except (OSError, UnreadableError) as error:
            raise CommandError(f"{file}: {error}") from error

    def draft(self, file, text, reading, options):
        with transaction.atomic():
            received = receive(text, reading, name=file.name, page=self.page_of(options))
        if not received.is_new:
            self.stderr.write(_("%(file)s was received before; nothing was made again.") % {"file": file.name})
        self.say(options, file, received.articles)

    def page_of(self, options):
        if not options["date"]:
            return None
        try:
            return page_for(
                date=options["date"], label=options["page"], name=options["page_name"], edition=options["edition"]
            )
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error

    def say(self, options, file, stories):
        """For people; where JSON is asked for, only JSON is printed."""
        if options["json"]:
            return
        self.stdout.write(_("%(file)s: %(count)d stories") % {"file": file.name, "count": len(stories)})
        for story in stories:
            self.stdout.write(f"  {story.headline}")
