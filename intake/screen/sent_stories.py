"""What came back of the stories of the screen: each known by the words that it was read from, wherever it stands."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from desk.stale.posted import digest, read

PART = re.compile(r"form-(\d{1,4})-(.+)", re.ASCII | re.DOTALL)
KEY = re.compile(r"([0-9a-f]{12}|text)-\d{1,6}-([0-9a-f]{16})", re.ASCII)


def keys_of(one):
    """A key for each story of a manuscript that was read: of its file, its place in the file, and its words."""
    return [f"{one.key}-{digest[:16]}" for digest in one.digests]


def seen_in(fields):
    """Digests of what a form shows, by which what an editor changed is known without reading again."""
    return {name: seen(text) for name, text in fields.items() if isinstance(text, str)}


def seen(text):
    return digest({"": [text]})


@dataclass(frozen=True)
class SentStory:
    """fields: by their names without the prefix of the form."""

    fields: dict[str, str]

    @cached_property
    def known(self):
        return read(self.fields.get("seen")) or {}

    @property
    def key(self):
        key = self.known.get("story")
        return key if isinstance(key, str) else ""

    def is_changed(self, name):
        shown = self.known.get("fields")
        shown = shown.get(name) if isinstance(shown, dict) else None
        return shown is not None and shown != seen(self.fields.get(name, ""))

    @property
    def is_corrected(self):
        return not self.known or any(map(self.is_changed, self.fields))

    def is_of_file(self, file_digest):
        found = KEY.fullmatch(self.key)
        return bool(found) and file_digest.startswith(found[1])

    @property
    def digest(self):
        """The beginning of the digest of its words (intake.receiving.stretches_of)."""
        found = KEY.fullmatch(self.key)
        return found[2] if found else ""


def sent_stories(data):
    """In the order of the screen."""
    by_number = defaultdict(dict)
    for name in data or ():
        if found := PART.fullmatch(name):
            by_number[int(found[1])][found[2]] = data[name]
    return [SentStory(fields) for _number, fields in sorted(by_number.items()) if "headline" in fields]
