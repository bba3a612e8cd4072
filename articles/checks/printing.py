"""An issue's hits as lines to read in a terminal, and as JSON for other programs."""

from unicodedata import east_asian_width

from django.utils.translation import gettext as _

from articles.models.phrase import Level


def as_table(checked):
    for heading, hits in [(str(checked.sheet.issue), checked.hits), *headed(checked)]:
        if hits:
            yield heading
            yield from map(line_of, hits)
            yield ""
    yield summary(checked.all_hits)


def headed(checked):
    for article, hits in checked.stories:
        yield f"{article.pk} {article.headline}", hits


def line_of(hit):
    level = str(Level(hit.level).label)
    where = f"{hit.label} {hit.start}–{hit.end}" if hit.end else hit.label
    instead = f" → {hit.suggestion}" if hit.suggestion else ""
    waived = _(" (waived by %(by)s: %(reason)s)") % told(hit.waived_by) if hit.waived_by else ""
    return f"  {wide(level, 6)}{wide(hit.code, 20)}{wide(where, 18)}{hit.message}{instead}{waived}"


def told(waiver):
    return {"by": waiver.by, "reason": waiver.reason}


def wide(words, columns):
    """Filled up with spaces; a Chinese character takes two columns."""
    taken = sum(2 if east_asian_width(character) in "WF" else 1 for character in words)
    return words + " " * max(columns - taken, 1)


def summary(hits):
    counted = [(level, sum(hit.is_open and hit.level == level for hit in hits)) for level in Level]
    waived = sum(not hit.is_open for hit in hits)
    levels = "、".join(f"{level.label} {count}" for level, count in counted)
    return f"{levels}、" + _("waived %(count)s") % {"count": waived}


def as_json(checked):
    return {
        "issue": str(checked.sheet.issue),
        "hits": [{**hit.as_json(), "page": getattr(hit.record, "label", None)} for hit in checked.hits],
        "stories": [
            {"id": article.pk, "headline": article.headline, "hits": [hit.as_json() for hit in hits]}
            for article, hits in checked.stories
        ],
    }
