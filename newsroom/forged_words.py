"""
What an address or a form of the admin says, before Django's admin reads it: it believes much of that. Keys of records
are looked at where forms ask for them (desk.forged_keys).
"""

from functools import cache

from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import TO_FIELD_VAR, ModelAdmin
from django.contrib.admin.views.main import ERROR_FLAG
from django.core.exceptions import ValidationError
from django.db.models import DateTimeField
from django.http import QueryDict

AS_NEW = "_saveasnew"  # a button that no form of ours has


def sound_address(asked, view):
    """
    view: as the admin calls it, a method of whose page it is. The admin's sign that an address was wrong stands alone,
    or would lead to a page that it cannot show.
    """
    asked, own = sound(asked), admin_of(view)
    if own:
        asked = without(asked, *moments_of(own.opts))
    return without(asked, ERROR_FLAG) if len(asked) > 1 else asked


def sound_form(posted, view):
    """Rows are ticked by their keys."""
    posted, own = without(sound(posted), AS_NEW), admin_of(view)
    if own and ACTION_CHECKBOX_NAME in posted:
        keys = posted.getlist(ACTION_CHECKBOX_NAME)
        posted = posted.copy()
        posted.setlist(ACTION_CHECKBOX_NAME, [key for key in keys if is_key(own.opts.pk, key)])
    return posted


def sound(said):
    """Without NUL, which no text of the newsroom has and PostgreSQL does not take. An empty name of a field is none."""
    said = without_nul(said)
    return without(said, TO_FIELD_VAR) if said.get(TO_FIELD_VAR) == "" else said


def admin_of(view):
    own = getattr(view, "__self__", None)
    return own if isinstance(own, ModelAdmin) else None


@cache
def moments_of(opts):
    """What an address cannot fill in: the form would take its text for a time. Lists are narrowed by other names."""
    return frozenset(field.name for field in opts.concrete_fields if isinstance(field, DateTimeField))


def is_key(field, text):
    try:
        return field.to_python(text) is not None
    except ValidationError:
        return False


def without(said, *names):
    """As it is where it has none of them."""
    if said.keys().isdisjoint(names):
        return said
    kept = said.copy()
    for name in names:
        kept.pop(name, None)
    return kept


def without_nul(said):
    if not any("\x00" in text for name, texts in said.lists() for text in (name, *texts)):
        return said
    clean = QueryDict(mutable=True)
    for name, texts in said.lists():
        clean.setlist(name.replace("\x00", ""), [text.replace("\x00", "") for text in texts])
    return clean
