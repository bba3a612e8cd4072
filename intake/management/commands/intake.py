import json
import os
from datetime import date
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from intake.reading.contract import as_json
from intake.receiving import check_place, page_for, read_text, receive
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
        place = self.place_of(options)
        failed = [name_of(file) for file in files if not self.is_taken(file, place, options)]
        if failed:
            raise CommandError(_("Nothing was made of: %(files)s") % {"files": "、".join(failed)})

    def is_taken(self, file, place, options):
        """One bad file does not keep the others out."""
        try:
            self.take(file, place, options)
        except (OSError, UnreadableError, ValidationError) as error:
            self.stderr.write(_("%(file)s: %(reason)s") % {"file": name_of(file), "reason": reason_of(error)})
            return False
        return True

    def take(self, file, place, options):
        text = decode(file.read_bytes())
        reading = read_text(text)
        if options["json"]:
            self.stdout.write(json.dumps(as_json(name_of(file), reading), ensure_ascii=False))
        if options["dry_run"]:
            return self.say(options, file, reading.stories)
        received = receive(text, reading, name=name_of(file), page=place and (lambda: page_for(**place)))
        if not received.is_new:
            self.stderr.write(_("%(file)s was received before; nothing was made again.") % {"file": name_of(file)})
        return self.say(options, file, received.articles)

    def place_of(self, options):
        if bool(options["date"]) != bool(options["page"]):
            raise CommandError(_("--date and --page go together."))
        if not options["date"]:
            return None
        place = {"date": options["date"], "label": options["page"], "name": options["page_name"]}
        place["edition"] = options["edition"]
        try:
            check_place(**place)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        return place

    def say(self, options, file, stories):
        """For people; where JSON is asked for, only JSON is printed."""
        if options["json"]:
            return
        self.stdout.write(_("%(file)s: %(count)d stories") % {"file": name_of(file), "count": len(stories)})
        for story in stories:
            self.stdout.write(f"  {story.headline}")


def name_of(file):
    """Of a file that came from Windows the name may be GBK; none of it may stop the printing."""
    try:
        return decode(os.fsencode(file.name))
    except UnreadableError:
        return file.name.encode(errors="replace").decode()


def reason_of(error):
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    if isinstance(error, UnreadableError):
        return _("This is no readable text: a Word file or PDF has to be saved as text.")
    return error.strerror or str(error)
