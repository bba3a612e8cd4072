"""Who took a photo, where one name is all that is asked for; the photo's own form knows more."""

from bylines.models import Role

STANDINGS = [
    Role.REPORTER,
    Role.CORRESPONDENT,
    Role.SPECIAL_CORRESPONDENT,
    Role.TRAINEE_REPORTER,
    Role.INTERN,
    Role.AUTHOR,
]


def photographer_of(photo):
    """The first photographer's byline, or None. No query where bylines are prefetched."""
    return next((byline for byline in photo.bylines.all() if byline.role == Role.PHOTOGRAPHER), None)


def credit_photographer(*, photo, contributor, standing=""):
    """Names the photographer, or nobody; without a standing the one that the register knows. Other credits stay."""
    contributor = contributor and contributor.as_it_stands()
    first = photo.bylines.filter(role=Role.PHOTOGRAPHER).first()
    if first and first.contributor != contributor:
        first.delete()
    if contributor:
        photo.bylines.update_or_create(
            contributor=contributor,
            role=Role.PHOTOGRAPHER,
            defaults={"standing": standing or usual_standing(contributor), "order": first.order if first else 0},
        )


def usual_standing(contributor):
    return contributor.usual_role if contributor.usual_role in STANDINGS else ""


def credit_as_filed(photo, credited):
    """
    Whom the file names becomes a byline where nobody is credited yet and the register knows exactly one of that name.
    All whom it names are remembered with the photo, so that the desk sees who was left out, and why.
    """
    is_free = not photo.bylines.exists()
    people = []
    for order, credit in enumerate(dict.fromkeys(credited.credits)):
        person, doubt = person_meant(credited.register.get(credit.name, []), credit.unit)
        people.append({"name": credit.name, "doubt": doubt})
        if person and is_free:
            photo.bylines.get_or_create(
                contributor=person,
                role=Role.PHOTOGRAPHER,
                defaults={
                    "order": order,
                    "unit": credit.unit,
                    "standing": credit.standing or usual_standing(person),
                },
            )
    if people:
        photo.embedded["people"] = people
        photo.save(update_fields=["embedded"])


def person_meant(namesakes, unit):
    of_unit = [person for person in namesakes if unit and person.unit == unit]
    found = of_unit or namesakes
    return (found[0], "") if len(found) == 1 else (None, "shared" if found else "unknown")
