"""
Records whose every change stands in the audit log, whichever way it is made: by a form, a verb, a command or a shell.
An app says in AppConfig.ready() which of its records those are. Rows that are written without Django's save, by a
queryset's update() or in bulk, come by no signal.
"""

from dataclasses import dataclass
from itertools import takewhile

from django.db.models.signals import post_delete, post_save, pre_save
from django.utils.translation import gettext as _

from desk.acting import acting_user
from desk.models import AuditEntry

LONGEST_VALUE = 120
SAID_BEFORE = 20  # of what a long text keeps, for finding the place
SECRET = {"password"}  # that it changed is said by whoever watches it (desk.rights_noted)
WATCHED: dict[type, "Watch"] = {}


@dataclass(frozen=True)
class Watch:
    """fields: whose old and new value are written down. arrivals: whether a new record is."""

    fields: tuple[str, ...]
    arrivals: bool


def watch(model, *fields, arrivals=True):
    WATCHED[model] = Watch(fields, arrivals)
    name = f"watch {model._meta.label}"
    pre_save.connect(look_before, sender=model, dispatch_uid=name)
    post_save.connect(note_save, sender=model, dispatch_uid=name)
    post_delete.connect(note_deletion, sender=model, dispatch_uid=name)


def look_before(sender, instance, raw, update_fields, **kwargs):
    """What is stored until now of the fields that may change."""
    names = [name for name in WATCHED[sender].fields if update_fields is None or name in update_fields]
    is_new = raw or instance._state.adding or not names
    instance.stored_before = None if is_new else sender._base_manager.filter(pk=instance.pk).values(*names).first()


def note_save(sender, instance, created, raw, **kwargs):
    if raw:
        return
    if created:
        if WATCHED[sender].arrivals:
            note("create", instance, str(instance))
        return
    before = instance.stored_before or {}
    now = {name: instance.serializable_value(name) for name in before}
    changed = [sender._meta.get_field(name) for name in before if name not in SECRET and before[name] != now[name]]
    for words in in_portions([change_of(field, before[field.name], now[field.name]) for field in changed], "；"):
        note("change", instance, words)


def note_deletion(sender, instance, **kwargs):
    note("delete", instance, str(instance))


def note(verb, record, words):
    AuditEntry.note(verb=verb, record=record, by=acting_user(), words=words)


def change_of(field, before, now):
    was, became = cut_to_change(in_words(field, before), in_words(field, now))
    return f"{field.verbose_name}：{was} → {became}"


def cut_to_change(*texts):
    """Long ones from shortly before the place where they part: both would read the same otherwise."""
    is_long = max(map(len, texts)) > LONGEST_VALUE
    same = sum(1 for _pair in takewhile(lambda pair: len(set(pair)) == 1, zip(*texts, strict=False)))
    begin = max(0, same - SAID_BEFORE) if is_long else 0
    return [
        f"{'…' * (begin > 0)}{text[begin : begin + LONGEST_VALUE]}{'…' * (len(text) > begin + LONGEST_VALUE)}"
        for text in texts
    ]


def in_words(field, value):
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if value in (None, "", []):
        return "—"
    if field.is_relation:
        value = field.related_model._base_manager.filter(pk=value).first() or value
    if isinstance(value, list):
        return "、".join(map(str, value))
    return str(dict(field.flatchoices).get(value, value))


def in_portions(parts, between):
    """The parts joined, in as many entries as hold them: what is long is not cut off."""
    portion = ""
    for part in parts:
        if portion and len(portion) + len(between) + len(part) > AuditEntry.LONGEST_WORDS:
            yield portion
            portion = ""
        portion = f"{portion}{between}{part}" if portion else part
    if portion:
        yield portion
