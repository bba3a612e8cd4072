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
