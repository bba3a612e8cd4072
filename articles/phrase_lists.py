"""
A list of phrases, pasted line by line:

    截止目前→截至目前 # 截止是到期停止
    史上最强

A tab does as well as → and #, so that columns of a sheet can be pasted.
"""

import re

from django.db import transaction

from articles.models.phrase import Phrase
from desk.models import AuditEntry, Paper

MOST_LINES = 2000
LINE = re.compile(r"(?P<text>[^→\t#]+)(?:(?:→|->|\t)(?P<suggestion>[^\t#]*))?(?:[\t#](?P<note>.*))?")
LONGEST = {name: Phrase._meta.get_field(name).max_length or 0 for name in ("text", "suggestion", "note")}


def read_list(pasted):
    """The phrases, each a dict of text, suggestion and note, and the lines that cannot be read as one."""
    phrases, unread = {}, []
    for line in filter(None, map(str.strip, pasted.splitlines())):
        found = LINE.fullmatch(line)
        parts = {name: (words or "").strip() for name, words in found.groupdict().items()} if found else {}
        if parts.get("text") and all(len(parts[name]) <= longest for name, longest in LONGEST.items()):
            phrases[parts["text"]] = parts
        else:
            unread.append(line)
    return list(phrases.values()), unread


@transaction.atomic
def take_in(phrases, *, kind, level, by=None):
    """What says how it is written is written otherwise; the rest is of that kind. A phrase that is there is changed."""
    for parts in phrases:
        own = Phrase.Kind.FIXED if parts["suggestion"] and kind != Phrase.Kind.BANNED else kind
        Phrase.objects.update_or_create(text=parts["text"], defaults={**parts, "kind": own, "level": level})
    AuditEntry.note(verb="change", record=Paper.current(), by=by, words=f"phrases: {len(phrases)}")
    return len(phrases)
