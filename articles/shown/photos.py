"""A photo changes: the stories that show it, and the moments at which its rights begin and end."""

from django.utils import timezone

from articles.shown.words import Said, all_with

WORDS = ("caption", "alt")
TOLD = ("copyright", "source")  # to other newsrooms
FILE = ("key", "renditions", "width", "height", "focus_x", "focus_y", "ai_label", "digital_source_type")
TIMES = ("embargo_until", "expires_at")
FIELDS = (*WORDS, *TOLD, *FILE, *TIMES)


def note_photo(photo, before, now):
    """A photo that is new stands in no story, and one that a story shows is never deleted."""
    if before is None or now is None:
        return
    say_of(photo, what_of(before, now), at_once=True)


def note_moments(photo):
    """Those that are to come."""
    say_of(photo, "picture", at_once=False)


def say_of(photo, what, *, at_once):
    """what: of a story that it leads."""
    said, stories = Said(), stories_with(photo)
    leading = [pk for pk, is_leading in stories.items() if is_leading]
    keys = all_with("body", *stories) | all_with(what, *leading)
    for moment in (getattr(photo, name) for name in TIMES):
        if moment and moment > said.now:
            said.add(keys, at=moment)
    if at_once:
        said.add(keys)
    said.say()


def what_of(before, now):
    """Of a story that it leads."""
    if any(before[name] != now[name] for name in (*FILE, *TIMES)):
        return "picture"
    return "caption" if any(before[name] != now[name] for name in WORDS) else "body"


def stories_with(photo):
    """{story that is out or waits: whether the photo leads it, or would if it were open}."""
    from articles.models import Illustration

    rows = Illustration.objects.standing().filter(article__illustrations__photo=photo.pk)
    found, decided = {}, set()
    for shown in rows.select_related("photo").order_by("article", "order", "pk"):
        story = shown.article_id
        if shown.photo_id == photo.pk:
            found[story] = story not in decided
        elif shown.photo.renditions and not shown.photo.why_closed():
            decided.add(story)
    return found


def moments_of(stories):
    """When the clock opens or closes a picture of these stories."""
    from articles.models import Illustration
    from media.models.rights import changes_by_itself

    rows = Illustration.objects.filter(changes_by_itself(photo="photo__"), article__in=stories)
    times = rows.order_by().values_list(*(f"photo__{name}" for name in TIMES))
    return {moment for row in times for moment in row if moment and moment > timezone.now()}
