"""
What of a person's own record goes to whoever they turn out to be: what is known of the one alone, the name as an alias,
private details. Each step says what it did as plain data (Merging.moved), from which it is taken back.
"""

from bylines.models import PenName, PrivateDetails
from bylines.private import NAMES

GIVEN = ("region_id", "desk_id", "user_id")  # what `into` lacks


def give_fields(gone, into):
    """{field: value} of what `into` got. A login belongs to one person only."""
    given = {name: getattr(gone, name) for name in GIVEN if getattr(gone, name) and not getattr(into, name)}
    if "user_id" in given:
        gone.user = None
        gone.save(update_fields=["user"])
    for name, value in given.items():
        setattr(into, name, value)
    into.save(update_fields=field_names(given))
    return given


def take_back_fields(gone, into, given):
    """Those that nobody has changed since."""
    back = [name for name, value in given.items() if getattr(into, name) == value]
    for name in back:
        setattr(into, name, None)
    into.save(update_fields=field_names(back))
    if "user_id" in back:
        gone.user_id = given["user_id"]
        gone.save(update_fields=["user"])


def field_names(columns):
    """As save() tells whoever watches the record."""
    return [name.removesuffix("_id") for name in columns]


def give_name(gone, into):
    """Print goes on knowing the person by it. Key of the new alias, or None."""
    if gone.name == into.name or into.pen_names.filter(name=gone.name).exists():
        return None
    return PenName.objects.create(contributor=into, name=gone.name, kind=PenName.Kind.ALIAS).pk


def take_back_name(gone, into, key):
    """Where nobody else of that name is merged into the same record."""
    others = into.mergings.filter(undone_at=None, gone__name=gone.name).exclude(gone=gone)
    if not others.exists():
        into.pen_names.filter(pk=key).delete()


def give_private(gone, into):
    """
    Ciphertext moves as it is: nobody looks. {"row": key} where the whole of it went over, else {"filled": columns},
    the columns that `into` lacked.
    """
    own = PrivateDetails.objects.filter(contributor=gone).first()
    other = PrivateDetails.objects.filter(contributor=into).first()
    if own is None:
        return {}
    if other is None:
        own.contributor = into
        own.save(update_fields=["contributor"])
        return {"row": own.pk}
    filled = [name for name in NAMES if getattr(own, name) and not getattr(other, name)]
    for name in filled:
        setattr(other, name, getattr(own, name))
    if "phone" in filled:
        other.phone_digest = own.phone_digest
    other.save()
    return {"filled": filled}


def take_back_private(gone, into, given):
    if "row" in given:
        PrivateDetails.objects.filter(pk=given["row"], contributor=into).update(contributor=gone)
    for name in given.get("filled", ()):
        take_back_column(gone, into, name)


def take_back_column(gone, into, name):
    """Where nobody has written another one since."""
    own = PrivateDetails.objects.filter(contributor=gone).values_list(name, flat=True).first()
    emptied = {name: ""} | ({"phone_digest": ""} if name == "phone" else {})
    PrivateDetails.objects.filter(contributor=into, **{name: own}).update(**emptied)
