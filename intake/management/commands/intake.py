import json
import os
from datetime import date
from functools import partial
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _

from intake.documents.refusal import DocumentRefused
from intake.enclosures import enclose
from intake.folders import Progress, files_in, report
from intake.manuscripts import digest_of_file, unpack
from intake.messages import refusal_of
from intake.models import Source
from intake.page_labels import label_behind, label_of
from intake.reading.contract import as_json
from intake.receiving import check_place, drafts_of, page_for, read_text, receive
from wording.encoding import UnreadableError, decode


class Command(BaseCommand):
    help = "Reads texts, Word files, PDF pages and zips into drafts; with --dry-run only says what it read."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="files, or folders of files")
        parser.add_argument("--dry-run", action="store_true", help="read, and save nothing")
        parser.add_argument("--json", action="store_true", help="print what was read, one line a text")
        parser.add_argument("--date", type=date.fromisoformat, help="of the issue, as 2023-03-02")
        parser.add_argument("--page", help="label of the page, as 02 or A02; else as the page or the file says")
        parser.add_argument("--page-name", default="", help="name of the page, where it has to be made")
        parser.add_argument("--edition", default="", help="extra or supplement; empty for the main paper")
        parser.add_argument("--report", type=Path, metavar="FILE.csv", help="list there what could not be read")

    def handle(self, *, files, **options):
        self.check_options(options)
        found = [file for path in files for file in files_in(path)]
        progress = Progress(len(found), self.stderr) if any(path.is_dir() for path in files) else None
        refused = []
        with report(options["report"]) as note:
            for file in found:
                for name, code, sentence in self.take(file, options):
                    refused.append((name, sentence))
                    note(name, code, sentence)
                if progress:
                    progress.step()
        self.close(refused, options, is_one=len(found) == 1)

    def close(self, refused, options, is_one):
        """Failure is said at the end, so that one bad file keeps no other waiting."""
        if is_one and len(refused) == 1 and not options["report"]:
            raise CommandError(refused[0][1])
        for _file, sentence in refused:
            self.stderr.write(sentence)
        if refused and not options["report"]:
            files = "、".join(name for name, _sentence in refused)
            raise CommandError(_("Nothing was made of: %(files)s") % {"files": files})

    def take(self, file, options):
        """Yields (file, code, sentence) for whatever of it could not be read."""
        try:
            data = file.read_bytes()
            if not options["dry_run"] and self.is_known(data, options):
                return
            unpacked = unpack(name_of(file), data)
            self.take_all(unpacked.manuscripts, options)
        except DocumentRefused as refused:
            yield path_of(file), refused.code, refusal_of(refused, name_of(file))
        except OSError as error:
            yield path_of(file), "unreadable", f"{path_of(file)}: {error.strerror or error}"
        except ValidationError as error:
            yield path_of(file), "page", f"{name_of(file)}: {' '.join(error.messages)}"
        else:
            for part in unpacked.not_read:
                yield f"{path_of(file)}/{part.name}", part.code, refusal_of(part, part.name)

    def is_known(self, data, options):
        """Where a draft was deleted, the file is read again."""
        sources = list(Source.objects.of_file(digest_of_file(data)))
        if not sources or any(source.stories.filter(article=None).exists() for source in sources):
            return False
        for source in sources:
            self.say_known(source.name)
            self.say(options, source.name, drafts_of(source))
        return True

    def take_all(self, manuscripts, options):
        """A file becomes drafts as a whole: it is known by its bytes when it comes again."""
        read = [(manuscript, read_text(manuscript.text)) for manuscript in manuscripts]
        for manuscript, reading in read:
            if options["json"]:
                self.stdout.write(json.dumps(as_json(manuscript.name, reading), ensure_ascii=False))
            if options["dry_run"]:
                self.say(options, manuscript.name, reading.stories)
        if not options["dry_run"]:
            self.draft(read, options)

    def draft(self, read, options):
        enclosed = [enclose(manuscript, for_page=bool(options["date"])) for manuscript, _reading in read]
        with transaction.atomic():
            for number, (manuscript, reading) in enumerate(read):
                place = self.place_of(manuscript, reading, number, options)
                page = place and partial(page_for, **place)
                said = {"name": manuscript.name, "page": page, "enclosed": enclosed[number]}
                received = receive(manuscript.text, reading, **said)
                if not received.is_new:
                    self.say_known(manuscript.name)
                self.say(options, manuscript.name, received.articles)

    def place_of(self, manuscript, reading, number, options):
        if not options["date"]:
            return None
        label = options["page"]
        if label and manuscript.sheet and number:
            label = label_behind(label, number)
        label = label or label_of(manuscript, reading.page_heads)
        if not label:
            raise ValidationError(_("Neither the page nor the name of its file says which page it is: give --page."))
        return self.place(label, options)

    def place(self, label, options):
        return {
            "date": options["date"],
            "label": label,
            "name": options["page_name"],
            "edition": options["edition"],
        }

    def check_options(self, options):
        """Before anything is read."""
        if options["page"] and not options["date"]:
            raise CommandError(_("--date and --page go together."))
        try:
            if options["date"]:
                check_place(**self.place(options["page"] or "01", options))
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error

    def say_known(self, name):
        self.stderr.write(_("%(file)s was received before; nothing was made again.") % {"file": name})

    def say(self, options, name, stories):
        """For people; where JSON is asked for, only JSON is printed."""
        if options["json"]:
            return
        self.stdout.write(_("%(file)s: %(count)d stories") % {"file": name, "count": len(stories)})
        for story in stories:
            self.stdout.write(f"  {story.headline}")


def name_of(file):
    return printable(file.name)


def path_of(file):
    return printable(str(file))


def printable(name):
    """Of a file that came from Windows the name may be GBK; none of it may stop the printing."""
    try:
        return decode(os.fsencode(name))
    except UnreadableError:
        return name.encode(errors="replace").decode()
