"""What each field of a story shows when the screen first opens it."""

from bylines.printing import print_byline, print_photo_credit
from intake.drafting.making import body_of, rubrics
from regions.models import Region

AS_TYPED = ("kicker", "headline", "subheadline", "dateline", "editors_note")


def plain(text):
    """Without what a browser or a form's field takes off."""
    return (text or "").replace("\r\n", "\n").strip()


def initial_of(story, known):
    """The story as the form first shows it; known are the codes of the regions that the register has."""
    people = [credit for credit in story.credits if credit.role != "agency"]
    pictures = [credit for photo in story.photos if not photo.caption for credit in photo.credits]
    agencies = [credit.name for credit in story.credits if credit.role == "agency"]
    return {
        **{name: getattr(story, name) for name in AS_TYPED},
        "include": True,
        "column": next(iter(rubrics(story.column)), ""),
        "byline": print_byline([*people, *pictures]),
        "body": body_of(story),
        "photos": "\n".join(photo_line(photo) for photo in story.photos if is_shown(photo)),
        "regions": "\n".join(f"{region.code} {region.name}" for region in story.regions if region.code in known),
        "source": story.source or "、".join(agencies),
    }


def initials_of(stories):
    codes = {region.code for story in stories for region in story.regions}
    known = set(Region.objects.filter(code__in=codes).values_list("code", flat=True))
    return [initial_of(story, known) for story in stories]


def is_shown(photo):
    return bool(photo.caption or photo.source)


def photo_line(photo):
    source = f"图源：{photo.source}" if photo.source else ""
    return " ".join(filter(None, [photo.caption, print_photo_credit(photo.credits) if photo.credits else "", source]))
