"""What an address or a form of the admin says, before Django's admin reads it: it believes much of that."""

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
    No text of the newsroom has a NUL, and PostgreSQL takes none. An empty name of a field is none; and the admin's sign
    that an address was wrong stands alone, or would lead to a page that it cannot show.
    """
    asked = without_nul(asked)
    own = getattr(view, "__self__", None)
    for name in moments_of(own.opts) & set(asked) if isinstance(own, ModelAdmin) else ():
        asked = without(asked, name)
    if asked.get(TO_FIELD_VAR) == "":
        asked = without(asked, TO_FIELD_VAR)
    return without(asked, ERROR_FLAG) if ERROR_FLAG in asked and len(asked) > 1 else asked


def sound_form(posted, view):
    """Without NUL too; and rows are ticked by their keys. view: as the admin calls it, a method of whose form it is."""
    posted = without_nul(posted)
    if posted.get(TO_FIELD_VAR) == "":
        posted = without(posted, TO_FIELD_VAR)
    if AS_NEW in posted:
        posted = without(posted, AS_NEW)
    own = getattr(view, "__self__", None)
    if ACTION_CHECKBOX_NAME in posted and isinstance(own, ModelAdmin):
        keys = posted.getlist(ACTION_CHECKBOX_NAME)
        posted = posted.copy()
        posted.setlist(ACTION_CHECKBOX_NAME, [key for key in keys if is_key(own.model._meta.pk, key)])
    return posted


@cache
def moments_of(opts):
    """What an address cannot fill in: the form would take its text for a time. Lists are narrowed by other names."""
    return {field.name for field in opts.concrete_fields if isinstance(field, DateTimeField)}


def is_key(field, text):
    try:
        return field.to_python(text) is not None
    except ValidationError:
        return False


def without(asked, name):
    kept = asked.copy()
    del kept[name]
    return kept


def without_nul(asked):
    if not any("\x00" in text for texts in asked.lists() for text in [texts[0], *texts[1]]):
        return asked
    clean = QueryDict(mutable=True)
    for name, texts in asked.lists():
        clean.setlist(name.replace("\x00", ""), [text.replace("\x00", "") for text in texts])
    return clean
