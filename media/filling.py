"""What nobody typed is taken from the file; what the file before this one had said makes way for it."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from media.creators import credited_in
from media.embedded.origins import AI_MADE
from media.placing import region_named

TAKEN_WHOLE = ("headline", "alt", "source", "credit_line", "copyright", "job", "digital_source_type")
FIRST_PHOTOGRAPH = 1826
AI = "digital_source_type"


def fill(photo, embedded):
    """Of a photo not saved yet. Returns whom the file credits, for when the photo has its row."""
    before, ai_before = photo.embedded.get("filled", {}), (photo.ai_label, photo.ai_type_said)
    photo.embedded = {**embedded}
    credited = credited_in(photo)
    filled = {}
    for name, value in offered(photo, credited).items():
        if is_untouched(photo, name, before):
            setattr(photo, name, value)
            filled[name] = as_kept(photo, name)
    keep_ai_label(photo, *ai_before)
    if photo.said("taken_at") and not moment(photo.said("taken_at")):
        photo.embedded["doubts"] = [*photo.embedded.get("doubts", []), "taken_impossible"]
    if filled:
        photo.embedded["filled"] = filled
    return credited


def offered(photo, credited):
    """{field: value} of all that the file has for this photo. Longer than its column it would be an error."""
    said = {name: photo.said(name) for name in TAKEN_WHOLE}
    said |= {
        "caption": credited.caption,
        "keywords": "、".join(photo.said("keywords", [])),
        "source": said["source"] or credited.source,
        "credit_line": said["credit_line"] or credited.words,
        "place": " ".join(filter(None, (photo.said(name) for name in ("country", "province", "city", "location")))),
        "taken_at": moment(photo.said("taken_at")),
        "region": region_named(photo.said("province"), photo.said("city"), photo.said("location")),
    }
    return {name: fitting(photo, name, value) for name, value in said.items() if value}


def fitting(photo, name, value):
    field = photo._meta.get_field(name)
    if field.choices and value not in dict(field.choices):
        return ""
    return value[: field.max_length] if isinstance(value, str) else value


def is_untouched(photo, name, before):
    kept = as_kept(photo, name)
    return kept in (None, "") or kept == before.get(name)


def as_kept(photo, name):
    """As JSON can hold it: a region by its key, a time in ISO form."""
    value = getattr(photo, photo._meta.get_field(name).attname)
    return value.isoformat() if isinstance(value, datetime) else value


def keep_ai_label(photo, label_before, type_before):
    """Whatever was typed, and whatever file follows: what one said of AI may not be hidden. A program that saves a
    picture anew drops such words without being asked."""
    photo.ai_label = photo.said("ai_label") or label_before
    if type_before and photo.said(AI) not in AI_MADE:
        photo.embedded["ai_before"] = type_before
    if photo.ai_type_said and photo.digital_source_type not in AI_MADE:
        photo.digital_source_type = photo.ai_type_said
    if photo.embedded.get("ai_before") or (label_before and not photo.said("ai_label")):
        photo.embedded["doubts"] = [*photo.embedded.get("doubts", []), "ai_kept"]


def moment(text):
    """A camera without a zone is at home where the paper is; a day alone begins. None for what cannot be."""
    if not text:
        return None
    taken = datetime.fromisoformat(text) if "T" in text else datetime.combine(date.fromisoformat(text), time())
    taken = taken if taken.tzinfo else timezone.make_aware(taken)
    is_possible = taken.year >= FIRST_PHOTOGRAPH and taken <= timezone.now() + timedelta(days=1)
    return taken if is_possible else None
