"""
Records whose every save and deletion may change pages, whichever way it is made: by a form, a verb, a command or a
shell. An app says in AppConfig.ready() which of its records those are, by which fields readers know them, and who tells
what pages change. Rows that are written without Django's save come by no signal: whoever writes them says it.
"""

from collections.abc import Callable
from typing import NamedTuple

from django.db.models.signals import post_delete, post_save, pre_delete, pre_save

from pagecache.changing import is_on


class Followed(NamedTuple):
    fields: tuple[str, ...]
    tell: Callable


FOLLOWED: dict[type, Followed] = {}


def follow(model, *fields, tell):
    """
    tell(record, before, now): the values of those fields, of which some differ. before is None of a new record, now of
    one that is gone; a foreign key stands there as its key.
    """
    FOLLOWED[model] = Followed(fields, tell)
    name = f"pages of {model._meta.label}"
    pre_save.connect(look_before, sender=model, dispatch_uid=name)
    post_save.connect(tell_save, sender=model, dispatch_uid=name)
    pre_delete.connect(look_before, sender=model, dispatch_uid=name)
    post_delete.connect(tell_deletion, sender=model, dispatch_uid=name)


def look_before(sender, instance, raw=False, update_fields=None, **kwargs):
    """As it is stored until now: what somebody has in memory may be older."""
    names = [name for name in FOLLOWED[sender].fields if update_fields is None or name in update_fields]
    instance.shown_before = None
    if is_on() and names and not raw and not (instance._state.adding and instance.pk is None):
        instance.shown_before = sender._base_manager.filter(pk=instance.pk).values(*FOLLOWED[sender].fields).first()


def tell_save(sender, instance, created, raw, update_fields=None, **kwargs):
    before = instance.__dict__.pop("shown_before", None)
    if not is_on() or raw or (before is None and not created):
        return
    saved = [name for name in FOLLOWED[sender].fields if update_fields is None or name in update_fields]
    now = {**(before or {}), **{name: instance.serializable_value(name) for name in saved}}
    if before != now:
        FOLLOWED[sender].tell(instance, before, now)


def tell_deletion(sender, instance, **kwargs):
    before = instance.__dict__.pop("shown_before", None)
    if before is not None:
        FOLLOWED[sender].tell(instance, before, None)
