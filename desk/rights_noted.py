"""
Who got which right, and who lost it: the groups, desks and permissions of an account, and the permissions of a group.
Each change is in the audit log, whichever side of it was changed and however. A password is only said to have been set.
"""

from django.contrib.auth.models import Group
from django.db.models.signals import m2m_changed, post_save, pre_delete

from desk.doors.sign_ins import end_with_password, renew_keys
from desk.models import Desk, User
from desk.permission_names import permission_name
from desk.watching import in_portions, note

# Of each table between two records: whose rights they are, and the list that they stand in.
LISTS = {
    User.groups.through: (User, "groups"),
    User.desks.through: (User, "desks"),
    User.user_permissions.through: (User, "user_permissions"),
    Group.permissions.through: (Group, "permissions"),
}
STANDING = ("is_superuser", "is_staff", "is_active")


def keep_watch():
    for through in LISTS:
        m2m_changed.connect(note_change, sender=through, dispatch_uid=f"rights {through._meta.label}")
    for model, through in ((Group, User.groups.through), (Desk, User.desks.through)):
        pre_delete.connect(
            lambda instance, through=through, **kwargs: note_loss_of_all(through, instance),
            sender=model,
            weak=False,
            dispatch_uid=f"rights {model._meta.label}",
        )
    post_save.connect(note_standing, sender=User, dispatch_uid="rights standing")
    post_save.connect(note_password, sender=User, dispatch_uid="rights password")


def note_change(sender, instance, action, reverse, pk_set, **kwargs):
    """Gains once they are there, and named only where they were not before; losses while they are still known."""
    if action == "post_add":
        for owner, keys in owners(sender, instance, reverse, pk_set):
            note_rights(sender, owner, keys, is_gain=True)
    elif action == "pre_clear":
        note_loss_of_all(sender, instance) if reverse else note_rights(sender, instance, None, is_gain=False)
    elif action == "pre_remove":
        for owner, keys in owners(sender, instance, reverse, pk_set):
            note_rights(sender, owner, keys, is_gain=False)


def note_loss_of_all(through, instance):
    """A group or a desk goes, or lets go of everybody."""
    model, name = LISTS[through]
    for owner in model._default_manager.filter(**{name: instance}):
        note_rights(through, owner, {instance.pk}, is_gain=False)


def owners(through, instance, reverse, keys):
    """[(whose rights change, the keys of what is given or taken)]"""
    model, _name = LISTS[through]
    if not reverse:
        return [(instance, keys)]
    return [(owner, {instance.pk}) for owner in model._default_manager.filter(pk__in=keys)]


def note_rights(through, owner, keys, *, is_gain):
    """keys: None for all of them."""
    name = LISTS[through][1]
    held = list(getattr(owner, name).select_related(*["content_type"] * name.endswith("permissions")))
    given = [row for row in held if keys is None or row.pk in keys]
    if not given:
        return
    rest = [row for row in held if row not in given]
    renew_keys(owner)
    verb = "grant" if is_gain else "take_away"
    for words in in_portions(list(wording(owner, name, held, rest, given, is_gain)), "、"):
        note(verb, owner, words)


def wording(owner, name, held, rest, given, is_gain):
    """A short list as it was and is; of permissions, which are many, those that came or went."""
    if name.endswith("permissions"):
        yield from (permission_name(row) for row in given)
    else:
        before, now = (rest, held) if is_gain else (held, rest)
        yield f"{owner._meta.get_field(name).verbose_name}：{named(before)} → {named(now)}"


def named(rows):
    return "、".join(map(str, rows)) or "—"


def note_standing(instance, created, **kwargs):
    """Superuser or not, staff or not: what these open is as much as a group's."""
    before = instance.stored_before or {}
    if not created and any(before.get(name) != getattr(instance, name) for name in STANDING if name in before):
        renew_keys(instance)


def note_password(instance, created, update_fields, **kwargs):
    """That it was set, never what it is. The same one in a newer hash, which a login may write, is no change."""
    before = (instance.stored_before or {}).get("password", instance.password)
    is_newer_hash = update_fields == {"password"} and instance._password is None
    if not created and before != instance.password and not is_newer_hash:
        note("password", instance, "")
        end_with_password(instance)
