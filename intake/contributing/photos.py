"""The rows of photos in the form, and the one document: chosen now, or lying in the basket since the form came back."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from intake.contributing.basket import Basket, Kept
from intake.contributing.captions import captioned
from intake.contributing.checking import wrong_with_document, wrong_with_photo
from intake.contributing.limits import LARGEST_WHOLE, LONGEST_CAPTION, MOST_PHOTOS
from wording.encoding import NO_TEXT

DOCUMENT = "document"
SLOTS = [f"photo-{number}" for number in range(MOST_PHOTOS)]
SHOWN = 3  # rows of photos that stand open on a page without anything


@dataclass
class Row:
    """A place for one file. file: an upload, or what the basket keeps; error: a sentence."""

    slot: str
    caption: str = ""
    file: object = None
    error: str = ""

    @property
    def caption_name(self):
        return f"caption-{self.slot}"

    @property
    def out_name(self):
        return f"out-{self.slot}"

    @property
    def number(self):
        return SLOTS.index(self.slot) + 1 if self.slot in SLOTS else 0

    @property
    def is_kept(self):
        return isinstance(self.file, Kept)

    @property
    def is_empty(self):
        return not (self.file or self.caption or self.error)


@dataclass
class Files:
    document: Row = field(default_factory=lambda: Row(DOCUMENT))
    photos: list[Row] = field(default_factory=lambda: [Row(slot) for slot in SLOTS])
    basket: Basket = field(default_factory=Basket)
    error: str = ""

    @property
    def rows(self):
        return [self.document, *self.photos]

    @property
    def are_sound(self):
        return not self.error and not any(row.error for row in self.rows)

    @property
    def troubled(self):
        return [row for row in self.rows if row.error]

    @property
    def open_rows(self):
        """Up to the last one that holds something, and a few empty ones."""
        return self.photos[: self.how_many_open]

    @property
    def further_rows(self):
        return self.photos[self.how_many_open :]

    @property
    def how_many_open(self):
        filled = [number for number, row in enumerate(self.photos, start=1) if not row.is_empty]
        return max(SHOWN, max(filled, default=0))

    def keep(self):
        """So that nothing good need be chosen again."""
        if not self.basket.has_room:
            return
        for row in self.rows:
            if row.file and not row.error and not row.is_kept:
                row.file = self.basket.lay(row.slot, row.file)

    def to_hand_in(self, name):
        """(name, open file, caption); whoever opened them closes them."""
        for row in self.rows:
            if row.file:
                file = row.file.open()
                file.seek(0)
                yield row.file.name, file, "" if row is self.document else captioned(row.caption, name)


def files_of(posted, uploads):
    """Files, as the form that was sent has them."""
    basket = Basket(posted.get("basket", ""))
    lying = basket.lie_here()
    files = Files(basket=basket)
    for row in files.rows:
        row.caption = " ".join(NO_TEXT.sub("", posted.get(row.caption_name, "")).split())
        fill(row, posted, uploads, lying, basket)
        if len(row.caption) > LONGEST_CAPTION:
            row.error = _("This caption is longer than %d characters.") % LONGEST_CAPTION
    taken = sum(row.file.size for row in files.rows if row.file)
    if taken > LARGEST_WHOLE:
        said = {"megabytes": -(-taken // 2**20), "most": LARGEST_WHOLE >> 20}
        files.error = (
            _("All files together are %(megabytes)d MB, and %(most)d are taken at once. Send some later.") % said
        )
    return files


def fill(row, posted, uploads, lying, basket):
    new = uploads.get(row.slot)
    if new:
        row.error = (wrong_with_document if row.slot == DOCUMENT else wrong_with_photo)(new)
        row.file = None if row.error else new
    elif row.out_name in posted:
        basket.take_out(row.slot)
    else:
        row.file = lying.get(row.slot)
    if row.error:
        row.file = lying.get(row.slot)
    elif row.slot != DOCUMENT and row.caption and not row.file and row.out_name not in posted:
        row.error = _("This caption has no photo: choose it, or empty the caption.")
