"""What a password must not be. Django's own list knows what the English-speaking world types; this is what we type."""

import re
import unicodedata
from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# Words in pinyin and on the keyboard, of all newsrooms' people and of ours; a year or 1314 behind them hides nothing.
WORDS = (Path(__file__).parent / "first_thoughts.txt").read_text(encoding="utf-8").split()
KNOWN = re.compile("|".join(map(re.escape, sorted(WORDS, key=len, reverse=True))))
REST = 4  # so many signs besides must be there that are no figures


def as_typed(password):
    return unicodedata.normalize("NFKC", password).lower()


def without_names(typed, user):
    """A year behind one's own name hides it no better."""
    for name in (getattr(user, "name", ""), getattr(user, "username", "")):
        typed = typed.replace(as_typed(name), "") if name else typed
    return typed


class LengthRule:
    """A Chinese sign is as hard to guess as two letters or more: a sentence of six of them is a password."""

    def __init__(self, least=12):
        self.least = least

    def validate(self, password, user=None):
        if sum(2 if "\u3400" <= sign <= "\U0003ffff" else 1 for sign in password) < self.least:
            raise ValidationError(self.get_help_text(), code="password_too_short")

    def get_help_text(self):
        words = _("At least %(letters)d letters, figures and signs, or a phrase of %(signs)d Chinese characters.")
        return words % {"letters": self.least, "signs": (self.least + 1) // 2}


class CommonHereRule:
    def validate(self, password, user=None):
        typed = as_typed(password)
        rest = KNOWN.sub("", without_names(typed, user))
        signs = {sign for sign in rest if sign.isalpha() or sign >= "\u3400"}
        if (rest != typed and len(signs) < REST) or len(set(typed)) <= REST:
            raise ValidationError(_("This password is made of what everybody thinks of first."), code="too_common")

    def get_help_text(self):
        return _("Nothing that everybody thinks of first, such as woaini1314, names of towns or rows of keys.")
