"""Names as printed become bylines of people in the register; a sure name that it lacks is entered by who may."""

from bylines.models import Byline, Contributor, Role
from bylines.printing import print_byline, stands_as
from bylines.register import entered, is_name, people_named
from intake.drafting.about import DoubtAboutName, about_credit
from intake.drafting.checked import LEFT, Decision, decision_about, unit_of
from intake.messages import NAME_UNKNOWN
from intake.reading.doubts import NAME_SHARED, NAME_UNSURE


def credit(article, story, hung=(), *, may_enter):
    """Bylines in the order of print, photographers last. Returns doubts about names: shared ones, and left out ones.

    An agency is the story's source and no person of the register. Whoever took a photo that is `hung` with its caption
    is named there. may_enter: sure names that the register lacks are entered.
    """
    people = [credit for credit in story.credits if credit.role != Role.AGENCY]
    elsewhere = [id(photo) for photo in hung if photo.caption]
    pictures = [credit for photo in story.photos if id(photo) not in elsewhere for credit in photo.credits]
    return enter_all([*people, *pictures], story, may_enter, article.created_by, article=article)


def credit_photo(photo, credits, story, *, may_enter):
    return enter_all(credits, story, may_enter, photo.uploaded_by, photo=photo)


def enter_all(credits, story, may_enter, by, **on):
    """on: the article or the photo that they are credited on."""
    unsure = {doubt.detail for doubt in story.doubts if doubt.code == NAME_UNSURE}
    where = {name: record.pk for name, record in on.items() if name == "photo"}
    named = people_named({said.name for said in credits})
    bylines, found = {}, []
    for order, said in enumerate(dict.fromkeys(credits)):
        decision = decision_about(said, story) or Decision(enters=said.name not in unsure)
        person, is_shared = person_of(said, decision if may_enter else LEFT._replace(person=decision.person), by, named)
        if person:
            bylines.setdefault((person.pk, said.role), byline_of(said, person, order, on))
        else:
            about = about_credit(said, order, **where)
            found.append(DoubtAboutName(NAME_UNKNOWN, print_byline([said]), about))
        if is_shared:
            about = about_credit(said, order, contributor=person.pk, **where)
            found.append(DoubtAboutName(NAME_SHARED, said.name, about))
    Byline.objects.bulk_create(bylines.values())
    return found


def byline_of(said, contributor, order, on):
    words = {"name": said.name, "unit": unit_of(said), "standing": said.standing}
    return Byline(**on, contributor=contributor, role=said.role, order=order, **words)


def person_of(said, decision, by, all_named):
    """Who was chosen, or the person of that name, of that unit first, or none; and whether others have the name too."""
    chosen = Contributor.objects.filter(pk=decision.person).first() if decision.person else None
    if chosen:
        return chosen.as_it_stands(), False
    unit, role, named = unit_of(said), stands_as(said), all_named[said.name]
    if (decision.is_another or (not named and decision.enters)) and is_name(said.name):
        person = entered(name=said.name, unit=unit, role=role, by=by, is_another=decision.is_another)
        named += [] if person in named else [person]
        return person, False
    if not named:
        return None, False
    of_unit = [contributor for contributor in named if contributor.unit == unit]
    return (of_unit or named)[0], len(named) > 1 and len(of_unit) != 1
