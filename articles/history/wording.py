"""
A version in words, part by part: each part of the story as a text, so that two of them can be compared by phrase.
Rows are lines: one name, one region, one picture to a line.
"""

from django.utils.dateparse import parse_datetime
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.history.snapshot import FILED, PARTS, REPRINT
from articles.models import Article
from articles.models.article import AIUse
from bylines.models import Role

ROWS = {
    "bylines": gettext_lazy("byline"),
    "regions": gettext_lazy("regions"),
    "illustrations": gettext_lazy("illustrations"),
    "placements": gettext_lazy("place in the paper"),
    "corrections": gettext_lazy("corrections"),
}
# In the order of print, and then of the desk.
ORDER = (
    *("kicker", "headline", "subheadline", "bylines", "dateline", "body", "illustrations", "editors_note", "summary"),
    *("regions", "genre", "channel", "column", "tags", "desk", *REPRINT, "ai_use", "placements", "corrections"),
)


def label_of(part):
    return str(ROWS[part] if part in ROWS else Article._meta.get_field(part).verbose_name)


def in_words(snapshot):
    """{part: text} of every part, empty ones too."""
    return {part: words_of(part, snapshot) for part in ORDER}


def words_of(part, snapshot):
    value = snapshot.story.get(part)
    if part in PARTS or part in REPRINT:
        return (value or "").replace("\r\n", "\n")
    if part == "ai_use":
        return str(AIUse(value).label) if value else ""
    if part in FILED:
        return snapshot.name(part, value) if value else ""
    if part == "tags":
        return "、".join(value or ())
    return "\n".join(SENTENCES[part](row, snapshot) for row in value or ())


def byline_sentence(credit, snapshot):
    role = str(Role(credit["role"]).label)
    if credit["standing"]:
        role = f"{role}（{Role(credit['standing']).label}）"
    unit = f"（{credit['unit']}）" if credit["unit"] else ""
    return f"{role} {credit['name']}{unit}"


def region_sentence(key, snapshot):
    return snapshot.name("region", key)


def picture_sentence(shown, snapshot):
    caption, credit, alt = shown["printed"]
    parts = [f"[图{shown['number']}]", caption, f"（{credit}）" if credit else ""]
    if alt and alt != caption:
        parts.append(_("Alt text: %(words)s") % {"words": alt})
    if shown.get("ai"):
        parts.append(_("Made by AI"))
    if shown.get("picture"):
        parts.append(_("File %(mark)s") % {"mark": shown["picture"][:8]})
    return " ".join(" ".join(part.split()) for part in parts if part)


def place_sentence(stand, snapshot):
    page, order, from_page = stand
    words = _("%(page)s, order %(order)s") % {"page": snapshot.name("page", page), "order": order}
    if from_page:
        words = _("%(page)s, continued from %(before)s") % {"page": words, "before": snapshot.name("page", from_page)}
    return words


def correction_sentence(row, snapshot):
    _key, wrong, right, at, page = row
    words = _("Wrong: %(wrong)s Right: %(right)s") % {"wrong": in_line(wrong), "right": in_line(right)}
    printed = snapshot.name("page", page) if page else ""
    return " · ".join(filter(None, [words, f"{localtime(parse_datetime(at)):%Y-%m-%d %H:%M}", printed]))


def in_line(words):
    return " ".join(words.split())


SENTENCES = {
    "bylines": byline_sentence,
    "regions": region_sentence,
    "illustrations": picture_sentence,
    "placements": place_sentence,
    "corrections": correction_sentence,
}
