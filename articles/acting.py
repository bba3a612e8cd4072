"""What every act on a story begins and ends with: its row is held, what must be so is required, what changes is set."""

from articles.holding import held as held


class Refusal(Exception):  # noqa: N818 - the desk says refusal, and nothing is broken
    """An act that the rules of the desk forbid; its text is for the person who tried."""


def require(condition, message):
    if not condition:
        raise Refusal(message)


def set_fields(record, **fields):
    for name, value in fields.items():
        setattr(record, name, value)
    also = ["updated_at"] if hasattr(record, "updated_at") else []
    record.save(update_fields=[*fields, *also])
