"""Names as printed become bylines of people in the register; a name that it lacks is entered."""

from bylines.models import Byline, Contributor, Role
from intake.reading.doubts import NAME_SHARED
from intake.reading.result import Doubt

OWN_PAPER = ("本报", "本网", "本刊", "本台", "本社")


def credit(article, story):
    """Bylines in the order of print, photographers last. Returns doubts about names that several people share.

    An agency is the story's source and no person of the register.
    """
    people = [credit for credit in story.credits if credit.role != Role.AGENCY]
    pictures = [credit for photo in story.photos for credit in photo.credits]
    shared = []
    for order, said in enumerate(dict.fromkeys([*people, *pictures])):
        contributor, is_shared = contributor_of(said)
        enter(article, said, contributor, order)
        shared += [Doubt(NAME_SHARED, said.name)] if is_shared else []
    return shared


def enter(article, said, contributor, order):
    Byline.objects.get_or_create(
        article=article,
        contributor=contributor,
        role=said.role,
        defaults={"order": order, "name": said.name, "unit": unit_of(said), "standing": said.standing},
    )


def contributor_of(said):
    """The person of that name, of that unit first; and whether others have the name too."""
    unit = unit_of(said)
    named = list(Contributor.objects.named(said.name).order_by("id"))
    if not named:
        return Contributor.objects.create(name=said.name, unit=unit, usual_role=said.standing or said.role), False
    of_unit = [contributor for contributor in named if contributor.unit == unit]
    return (of_unit or named)[0], len(named) > 1 and len(of_unit) != 1


def unit_of(said):
    return "" if said.unit in OWN_PAPER else said.unit
