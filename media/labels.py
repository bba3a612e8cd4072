"""The words that readers' pictures carry: the credit, the copyright, that AI made it. Nothing of the camera."""

from django.db import transaction

from bylines.models import Role
from bylines.printing import print_photo_credit
from media.embedded.origins import AI_MADE
from media.embedded.writing import packet
from media.imaging.labelling import labelled

MOST_CREATORS = 10


def label_of(photo):
    """By the credits as they stand in the database; where there are none, by what the file says."""
    bylines = list(photo.bylines.order_by("order", "id"))
    took = [byline.name for byline in bylines if byline.role == Role.PHOTOGRAPHER]
    label = {
        "creators": took if bylines else photo.said("creators", [])[:MOST_CREATORS],
        "credit": print_photo_credit(bylines) or photo.credit_line,
        "copyright": photo.copyright,
        "source_type": photo.digital_source_type if photo.digital_source_type in AI_MADE else "",
        "ai_label": photo.ai_label,
    }
    return {part: words for part, words in label.items() if words}


@transaction.atomic
def renew_label(photo):
    """Writes the words into the public files anew, without encoding them again, where others stand there.

    Raises OSError where that fails, and all stays as it was.
    """
    label = label_of(photo)
    if label == photo.label or not photo.renditions:
        return
    photo.refresh_from_db(fields=["key", "renditions"], from_queryset=type(photo).objects.select_for_update())
    photo.drop_avifs()
    words, sizes = packet(label), {size["name"]: size for size in photo.renditions}

    def relabelled(name, content):
        content = labelled(content, sizes[name]["format"], words)
        sizes[name]["bytes"] = len(content)
        return content

    photo.take_new_key(relabelled)
    photo.label = label
    photo.save(update_fields=["label", "renditions"])
    photo.finish_later()
