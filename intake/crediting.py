"""Names as printed become bylines of people in the register; a sure name that it lacks is entered by who may."""

from bylines.models import Byline, Contributor, Role
from bylines.printing import print_byline
from intake.messages import NAME_UNKNOWN
from intake.reading.doubts import NAME_SHARED, NAME_UNSURE
from intake.reading.result import Doubt

OWN_PAPER = ("本报", "本网", "本刊", "本台", "本社")


def credit(article, story, hung=(), *, may_enter):
    """Bylines in the order of print, photographers last. Returns doubts about names: shared ones, and left out ones.

    An agency is the story's source and no person of the register. Whoever took a photo that is `hung` with its caption
    is named there. may_enter: sure names that the register lacks are entered.
    """
    people = [credit for credit in story.credits if credit.role != Role.AGENCY]
    elsewhere = [id(photo) for photo in hung if photo.caption]
    pictures = [credit for photo in story.photos if id(photo) not in elsewhere for credit in photo.credits]
    return enter_all([*people, *pictures], story, may_enter, article=article)


def credit_photo(photo, credits, story, *, may_enter):
    return enter_all(credits, story, may_enter, photo=photo)


def enter_all(credits, story, may_enter, **on):
    """on: the article or the photo that they are credited on."""
    unsure = {doubt.detail for doubt in story.doubts if doubt.code == NAME_UNSURE}
    found = []
    for order, said in enumerate(dict.fromkeys(credits)):
        contributor, is_shared = contributor_of(said, may_enter and said.name not in unsure)
        if contributor:
            enter(said, contributor, order, on)
        else:
            found.append(Doubt(NAME_UNKNOWN, print_byline([said])))
        found += [Doubt(NAME_SHARED, said.name)] if is_shared else []
    return found


def enter(said, contributor, order, on):
    Byline.objects.get_or_create(
        **on,
        contributor=contributor,
        role=said.role,
        defaults={"order": order, "name": said.name, "unit": unit_of(said), "standing": said.standing},
    )


def contributor_of(said, may_enter=True):
    """The person of that name, of that unit first, or none; and whether others have the name too."""
    unit = unit_of(said)
    named = list(Contributor.objects.named(said.name).order_by("id"))
    if not named and not may_enter:
        return None, False
    if not named:
        return Contributor.objects.create(name=said.name, unit=unit, usual_role=said.standing or said.role), False
    of_unit = [contributor for contributor in named if contributor.unit == unit]
    return (of_unit or named)[0], len(named) > 1 and len(of_unit) != 1


def unit_of(said):
    return "" if said.unit in OWN_PAPER else said.unit
