"""What was read as one JSON object a file: the contract with the scorer and with other programs."""

from dataclasses import asdict

from intake.reading.doubts import MESSAGES


def as_json(source_name, reading):
    return {
        "source": source_name,
        "stories": [story_as_json(story) for story in reading.stories],
        "spans": [asdict(span) for span in reading.spans],
        "page_heads": reading.page_heads,
        "unread": reading.unread,
    }


def story_as_json(story):
    parts = ("headline", "kicker", "subheadline", "dateline", "column", "source", "editors_note")
    return {
        **{part: getattr(story, part) or None for part in parts},
        "credits": [credit_as_json(credit) for credit in story.credits],
        "credit_lines": story.credit_lines,
        "photos": [photo_as_json(photo) for photo in story.photos],
        "regions": [{"name": region.name, "code": region.code} for region in story.regions],
        "subheads": story.subheads,
        "paragraphs": story.paragraphs,
        "jumps": story.jumps,
        "warnings": [warning_as_json(doubt) for doubt in story.doubts],
    }


def credit_as_json(credit):
    extra = {"standing": credit.standing, "unit": credit.unit}
    return {"name": credit.name, "role": credit.role, **{key: value for key, value in extra.items() if value}}


def photo_as_json(photo):
    return {
        "caption": photo.caption or None,
        "credits": [credit_as_json(credit) for credit in photo.credits],
        "source": photo.source or None,
    }


def warning_as_json(doubt):
    message = MESSAGES.get(doubt.code, doubt.code)
    return {"code": doubt.code, "message": f"{message} {doubt.detail}".strip()}
