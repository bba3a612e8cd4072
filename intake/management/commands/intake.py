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
from intake.entering import EVERYTHING
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
        refused = {}
        with report(options["report"]) as note:
            for file in found:
                for name, code, sentence in self.take(file, options):
                    refused[name] = sentence
                    note(name, code, sentence)
                if progress:
                    progress.step()
        self.close(refused, options)

    def check_options(self, options):
        """A senseless place is said before anything is read. Without --page the pages say it, or their files."""
        if options["page"] and not options["date"]:
            raise CommandError(_("--date and --page go together."))
        if not options["date"]:
            return
        try:
            check_place(**self.place_at(options["page"] or "01", options))
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error

    def place_at(self, label, options):
        return {"date": options["date"], "label": label, "name": options["page_name"], "edition": options["edition"]}

    def close(self, refused, options):
        """Failure is said at the end, so that one bad file keeps no other waiting."""
        if len(refused) == 1 and not options["report"]:
            raise CommandError(*refused.values())
        for sentence in refused.values():
            self.stderr.write(sentence)
        if refused and not options["report"]:
            raise CommandError(_("Nothing was made of: %(files)s") % {"files": "、".join(refused)})

    def take(self, file, options):
        """Yields (file, code, sentence) for whatever of it nothing was made of."""
        name = printable(file.name)
        try:
            data = file.read_bytes()
            if not options["dry_run"] and self.is_known(data, options):
                return
            unpacked = unpack(name, data)
            self.take_manuscripts(unpacked.manuscripts, options)
        except DocumentRefused as refused:
            yield printable(file), refused.code, refusal_of(refused, name)
        except OSError as error:
            yield printable(file), "unreadable", sentence(name, error.strerror or str(error))
        except ValidationError as error:
            yield printable(file), "page", sentence(name, " ".join(error.messages))
        else:
            for part in unpacked.not_read:
                yield f"{printable(file)}/{part.name}", part.code, refusal_of(part, part.name)

    def is_known(self, data, options):
        """All of it became drafts before; where a draft was deleted since, it is read anew."""
        sources = Source.objects.of_file(digest_of_file(data))
        if not sources or sources.filter(stories__article=None).exists():
            return False
        for source in sources:
            self.say_known(source.name)
            self.say(options, source.name, drafts_of(source))
        return True

    def take_manuscripts(self, manuscripts, options):
        """All or none: a file that came before is known by its bytes and not read again."""
        may_save = not options["dry_run"]
        enclosed = [enclose(one, for_page=bool(options["date"])) if may_save else None for one in manuscripts]
        with transaction.atomic():
            for number, (manuscript, own) in enumerate(zip(manuscripts, enclosed, strict=True)):
                self.take_manuscript(manuscript, own, number, options)

    def take_manuscript(self, manuscript, enclosed, number, options):
        reading = read_text(manuscript.text, manuscript.looks)
        if options["json"]:
            self.stdout.write(json.dumps(as_json(manuscript.name, reading), ensure_ascii=False))
        if options["dry_run"]:
            self.say(options, manuscript.name, reading.stories)
            return
        page = partial(self.page_of, manuscript, reading, number, options) if options["date"] else None
        received = receive(
            manuscript.text, reading, name=manuscript.name, page=page, enclosed=enclosed, entering=EVERYTHING
        )
        if not received.is_new:
            self.say_known(manuscript.name)
        self.say(options, manuscript.name, received.articles)

    def page_of(self, manuscript, reading, number, options):
        label = options["page"]
        if label and manuscript.sheet and number:
            label = label_behind(label, number)
        label = label or label_of(manuscript, reading.page_heads)
        if not label:
            raise ValidationError(_("Neither the page nor the name of its file says which page it is: give --page."))
        return page_for(**self.place_at(label, options))

    def say_known(self, name):
        self.stderr.write(_("%(file)s was received before; nothing was made again.") % {"file": name})

    def say(self, options, name, stories):
        """For people; where JSON is asked for, only JSON is printed."""
        if options["json"]:
            return
        self.stdout.write(_("%(file)s: %(count)d stories") % {"file": name, "count": len(stories)})
        for story in stories:
            self.stdout.write(f"  {story.headline}")


def printable(path):
    """On a disk from Windows a name may be GBK; none of it may stop the printing."""
    try:
        return decode(os.fsencode(path))
    except UnreadableError:
        return str(path).encode(errors="replace").decode()


def sentence(name, reason):
    return _("%(file)s: %(reason)s") % {"file": name, "reason": reason}
