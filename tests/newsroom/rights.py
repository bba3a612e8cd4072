"""Who may do what, tried in earnest: each act by each group, and what the database holds afterwards."""

from django.test import TestCase
from django.urls import reverse

from newsroom.groups import CHIEF, EDITOR, PHOTOGRAPHER, REPORTER, RIGHTS
from tests.factories import make_desk, make_user

MATRIX = {
    "create": {REPORTER, EDITOR, CHIEF},
    "edit_own": {REPORTER, EDITOR, CHIEF},
    "delete_own": {REPORTER, EDITOR, CHIEF},
    "edit_others": {EDITOR, CHIEF},
    "delete_empty": {EDITOR, CHIEF},
    "photos": {REPORTER, EDITOR, CHIEF, PHOTOGRAPHER},
    "review": {EDITOR, CHIEF},
    "publish": {EDITOR, CHIEF},
    "withdraw": {CHIEF},
    "sign": {CHIEF},
    "export": {EDITOR, CHIEF},
    "register": {EDITOR, CHIEF},
    "settings": {CHIEF},
}


class RightsTestCase(TestCase):
    def setUp(self):
        self.desk = make_desk()

    def assert_open_to(self, act, attempt):
        """`attempt(user)` does it with that colleague logged in, and says whether it was done."""
        for name in RIGHTS:
            user = make_user(group=name, desk=self.desk)
            self.client.force_login(user)
            with self.subTest(group=name, act=act):
                self.assertEqual(bool(attempt(user)), name in MATRIX[act])

    def add(self, model, **fields):
        """Whether the filled-in form of a new record makes one."""
        before = model.objects.count()
        self.client.post(admin_address(model, "add"), fields)
        return model.objects.count() > before

    def change(self, record, field, words, form):
        """Whether what is typed into one field of a record's form arrives."""
        self.client.post(admin_address(record, "change"), {**form, field: words})
        record.refresh_from_db()
        return getattr(record, field) == words

    def delete(self, record):
        self.client.post(admin_address(record, "delete"), {"post": "yes"})
        return not type(record).objects.filter(pk=record.pk).exists()

    def choose(self, action, record, **fields):
        """Chooses an action in the list; nothing happens where it is not offered."""
        chosen = {"action": action, "_selected_action": [record.pk], **fields}
        self.client.post(admin_address(type(record), "changelist"), chosen)
        record.refresh_from_db()


def admin_address(record, view):
    keys = [record.pk] if view in ("change", "delete") else []
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_{view}", args=keys)


def rows(**kept):
    """The management of a form's rows: how many there are, and how many of them are new."""
    return {
        f"{name}-{which}_FORMS": count
        for name, (total, initial) in kept.items()
        for which, count in (("TOTAL", total), ("INITIAL", initial))
    }
