"""Of a table of captions that could not be saved: what was changed, row by row, under the names of its fields."""

import re

from django.utils.translation import gettext as _

from desk.stale.posted import digest, read
from media.admin.forms import CaptionForm

ROW = re.compile(r"photo-(\d{1,18})-[a-z_]+", re.ASCII)
# Kept as a code or a key: they say nothing to a reader, and are chosen again.
CHOICES = {"contributor", "standing", "rights"}
WORDS = [name for name in CaptionForm.base_fields if name not in {*CHOICES, "seen"}]


def changed_words(posted):
    """(row and field in words, text), in the order of the table."""
    keys = dict.fromkeys(found[1] for name in posted if (found := ROW.fullmatch(name)))
    return [word for number, key in enumerate(keys, start=1) for word in words_of(posted, number, f"photo-{key}")]


def words_of(posted, number, prefix):
    seen = read(posted.get(f"{prefix}-seen")) or {}
    texts = {name: posted.getlist(f"{prefix}-{name}") for name in WORDS}
    changed = [name for name in WORDS if any(texts[name]) and digest({name: texts[name]}) != seen.get(name)]
    return [(in_words(number, name), texts[name][-1]) for name in changed]


def in_words(number, name):
    return _("photo %(number)d: %(field)s") % {"number": number, "field": CaptionForm.base_fields[name].label}
