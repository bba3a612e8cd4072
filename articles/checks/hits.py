"""What a check found, as the desk sees it."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from articles.models.phrase import Level

AROUND = 10  # characters on either side: when they change, a waiver ends


@dataclass
class Hit:
    code: str
    level: str
    message: str
    record: Any  # the article, page or issue that it is about
    field: str = ""
    label: str = ""  # the field's name, for people
    start: int = 0
    end: int = 0
    text: str = ""
    suggestion: str | None = None
    digest: str = ""
    waived_by: Any = None  # the Waiver
    names: Any = None  # another story's key, which the message names

    @property
    def level_label(self):
        return Level(self.level).label

    @property
    def is_open(self):
        return self.waived_by is None

    @property
    def blocks(self):
        return self.is_open and self.level == Level.ERROR

    def as_json(self):
        waiver = self.waived_by
        return {
            **{name: getattr(self, name) for name in ("code", "level", "message", "field", "label", "start", "end")},
            **{name: getattr(self, name) for name in ("text", "suggestion", "digest")},
            "waived_by": {"by": str(waiver.by), "reason": waiver.reason} if waiver else None,
        }


def hit_of(check, found, record, texts):
    """texts: the record's fields by name, as prepared.Text."""
    words = texts.get(found.field)
    typed = words.typed if words else ""
    return Hit(
        code=check.code,
        level=Level(found.level or check.level),
        message=found.message or str(check.message) % found.said,
        record=record,
        field=found.field,
        label=str(words.label) if words else "",
        start=found.start,
        end=found.end,
        text=typed[found.start : found.end],
        suggestion=found.suggestion,
        digest=digest(check.code, found, typed),
        names=found.names,
    )


def digest(code, found, typed):
    """Of the words and their neighbours; of what has no words, of what is said about it."""
    around = typed[max(found.start - AROUND, 0) : found.end + AROUND] if found.end else sorted(found.said.items())
    return sha256(f"{code}\n{found.field}\n{around}".encode()).hexdigest()[:32]


def in_order(hits):
    """The heaviest first, and each level in the order of the text."""
    return sorted(hits, key=lambda hit: (Level(hit.level).weight, not hit.is_open))
