"""What the command says of its work: to people, or as JSON to other programs."""

import json

from django.utils.translation import gettext as _

from intake.archive.progress import Progress
from intake.archive.taking import count_of
from intake.reading.contract import as_json
from wording.printable import printable


class Telling:
    """note: writes a remark into the report. Where JSON is asked for, only JSON is printed on stdout."""

    def __init__(self, stdout, stderr, note, order, options):
        self.stdout, self.stderr, self.note = stdout, stderr, note
        self.has_report, self.is_json = bool(options["report"]), options["json"]
        self.is_quiet = not options["verbosity"]
        is_long = any(path.is_dir() for path in order.files)
        self.progress = Progress(count_of(order), stderr) if is_long else None

    def tell_all(self, all_filed, tally):
        for filed in all_filed:
            tally.add(filed)
            self.tell(filed)

    def tell(self, filed):
        for remark in filed.remarks:
            self.note(remark)
        for text in filed.texts:
            self.tell_text(text)
        if self.progress:
            self.progress.step()

    def tell_text(self, text):
        """Of a folder that is read again, what came before is counted and not named."""
        if not text.is_new and not self.progress:
            self.say_known(text)
        if self.is_json and text.reading:
            self.say(json.dumps(as_json(text.name, text.reading), ensure_ascii=False))
        if not self.is_json and not self.is_quiet and (text.is_new or not self.progress):
            self.say("\n".join(self.stories_of(text)))

    def say(self, words):
        if self.progress:
            self.progress.make_room()
        self.stdout.write(words)

    def say_known(self, text):
        sentence = _("%(file)s was received before; nothing was made again.")
        self.stderr.write(sentence % {"file": printable(text.name)})

    def stories_of(self, text):
        words = {"file": printable(text.name), "count": len(text.stories)}
        return [_("%(file)s: %(count)d stories") % words, *(f"  {printable(story.headline)}" for story in text.stories)]

    def close(self, tally):
        """Failure is said at the end, so that one bad file keeps no other waiting. Returns what it is, if it is one."""
        if self.progress:
            self.stderr.write(tally.in_words(), style_func=str)
        if tally.refusals == 1 and not self.has_report:
            return printable(tally.refused[0].sentence)
        for remark in tally.refused:
            self.stderr.write(printable(remark.sentence))
        if tally.unnamed:
            self.stderr.write(_("and %(count)d more, which --report lists.") % {"count": tally.unnamed})
        return "" if self.has_report or not tally.refusals else self.complaint(tally)

    def complaint(self, tally):
        files = "、".join(dict.fromkeys(printable(remark.reference) for remark in tally.refused))
        return _("Nothing was made of: %(files)s") % {"files": f"{files}……" if tally.unnamed else files}
