"""A text of a file that the command was given, and where its stories are to stand in the paper."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from intake.archive.folders import File
from intake.archive.orders import Order
from intake.archive.path_dates import day_in, days_among, label_in, printed, unclear
from intake.archive.references import reference_of
from intake.manuscripts import Manuscript
from intake.pages.labels import label_behind, label_of, padded
from intake.reading.result import Reading
from intake.receiving import check_day, page_for


@dataclass(frozen=True)
class Copy:
    """number: of the text in its file."""

    file: File
    order: Order
    manuscript: Manuscript
    number: int
    reading: Reading

    @property
    def reference(self):
        """Empty where the file is of no archive."""
        return reference_of(self.file_reference, self.manuscript)

    @property
    def file_reference(self):
        return self.order.reference_of(self.file)

    @property
    def place_in_report(self):
        return self.reference or self.order.place_in_report(self.file)

    @property
    def path(self):
        return "/".join(filter(None, [self.file.title, self.manuscript.member]))

    @property
    def heads(self):
        return "\n".join(self.reading.page_heads)

    def is_dated(self):
        """Whether its stories may come to stand on a page."""
        try:
            return bool(self.order.date or self.day())
        except ValidationError:
            return False

    def page(self):
        """Made where it is missing; None where the text belongs to no issue yet."""
        place = self.place()
        return page_for(**place) if place else None

    def place(self):
        """As the order says, or the path and the page; ValidationError where they do not, or contradict each other."""
        day = self.order.date or self.day()
        if not day:
            return None
        label = self.label_ordered() or (self.label_found() if self.order.date else self.label_of_path(day))
        if not label:
            sentence = _("Neither the page nor the name of its file says which page it is: give --page.")
            raise unclear(sentence, code="page")
        return self.order.place(day, label)

    def place_if_clear(self):
        try:
            return self.place()
        except ValidationError:
            return None

    def day(self):
        if not self.order.reads_date(self.file):
            return None
        day = day_in(self.path)
        if day:
            check_day(day)
        elif self.order.date_from_path:
            raise unclear(_("Its path names no day, as 2003/03/02/A02.txt does."))
        return day

    def label_ordered(self):
        label = self.order.page
        return label_behind(label, self.number) if label and self.manuscript.sheet and self.number else label

    def label_found(self):
        return label_of(self.manuscript, self.reading.page_heads)

    def label_of_path(self, day):
        """A page that prints another day or number than its path says is put where someone says it belongs."""
        agree(days_among(self.heads), day)
        if not self.manuscript.is_whole_file:
            return self.label_found()
        return label_agreed(label_in(self.path), {padded(label) for label in printed([self.heads])})


def agree(days, day):
    if days and day not in days:
        said = {"said": day, "printed": "、".join(map(str, sorted(days)))}
        raise unclear(_("The path says %(said)s, and the page prints %(printed)s."), **said)


def label_agreed(by_path, labels):
    """The head of a page may leave out the letter of its section, and no more."""
    if not by_path or by_path in labels:
        return by_path or min(labels, default="")
    if labels and by_path[-2:] not in {label[-2:] for label in labels}:
        said = {"said": by_path, "printed": "、".join(sorted(labels))}
        raise unclear(_("The path says page %(said)s, and the page prints %(printed)s."), code="page", **said)
    return by_path
