"""Lines of the log: one JSON object each for machines (LOG_FORMAT=json), or a sentence for whoever sits before it."""

import json
import logging
from datetime import UTC, datetime

from desk.tracing import under_way
from newsroom.seeing.masking import masked


def told(record):
    """What a line says beside its words: who was at work, and what was handed over as `extra={"told": {…}}`."""
    trace = under_way()
    known = {}
    if trace:
        known = {"request": trace.number} if not trace.more.get("job") else {"job": trace.number}
        known |= {"cause": trace.cause} if trace.cause else {}
    return known | getattr(record, "told", {})


def trouble(record):
    """The way to the place that failed, without what stood in its variables."""
    return masked(logging.Formatter().formatException(record.exc_info)) if record.exc_info else ""


class JsonLine(logging.Formatter):
    def format(self, record):
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {"at": moment.replace("+00:00", "Z"), "level": record.levelname, "from": record.name}
        line |= {"says": masked(record.getMessage()), "process": record.process} | told(record)
        failed = trouble(record)
        return json.dumps(line | ({"trouble": failed} if failed else {}), ensure_ascii=False, default=str)


class TextLine(logging.Formatter):
    def format(self, record):
        moment = datetime.fromtimestamp(record.created).astimezone().strftime("%H:%M:%S")
        beside = " ".join(f"{name}={value}" for name, value in told(record).items() if value not in ("", None))
        words = f"{moment} {record.levelname} {record.name}: {masked(record.getMessage())}"
        failed = trouble(record)
        return words + (f"  [{beside}]" if beside else "") + (f"\n{failed}" if failed else "")
