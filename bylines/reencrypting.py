"""After a new key was set up before the old one: what the old one sealed is sealed anew, row by row."""

from django.apps import apps
from django.db import transaction

from bylines.sealing import SEALED, UNREADABLE, is_newest, phone_digest_of, seal, unsealed


def reencrypt():
    """(rows sealed anew, those that no key opens, as "app.Model 5"). Safe to run again, and while others work."""
    done, unreadable = 0, []
    for label, columns in SEALED:
        rows = apps.get_model(label)._base_manager
        for pk in list(rows.order_by("pk").values_list("pk", flat=True)):
            with transaction.atomic():
                row = rows.select_for_update().filter(pk=pk).first()
                words = {name: unsealed(getattr(row, name)) for name in columns} if row else {}
                if str(UNREADABLE) in words.values():
                    unreadable.append(f"{label} {pk}")
                elif row and not all(is_newest(getattr(row, name)) for name in columns):
                    seal_anew(row, words)
                    done += 1
    return done, unreadable


def seal_anew(row, words):
    """With the digest beside a column, where it has one: phone_digest beside phone."""
    changed = {name: seal(said) for name, said in words.items()}
    digests = {name: f"{name}_digest" for name in words if hasattr(row, f"{name}_digest")}
    changed |= {column: phone_digest_of(words[name].lower()) for name, column in digests.items()}
    type(row)._base_manager.filter(pk=row.pk).update(**changed)
