"""Who may do what, tried in earnest: each act by each group, and what the database holds afterwards."""

from django.test import TestCase
from django.urls import reverse

from newsroom.groups import CHIEF, DESK_EDITOR, EDITOR, FINANCE, PHOTOGRAPHER, REPORTER, RIGHTS
from tests.factories import make_desk, make_user

MATRIX = {
    "create": {REPORTER, DESK_EDITOR, EDITOR, CHIEF},
    "edit_own": {REPORTER, DESK_EDITOR, EDITOR, CHIEF},
    "delete_own": {REPORTER, DESK_EDITOR, EDITOR, CHIEF},
    "edit_others": {DESK_EDITOR, EDITOR, CHIEF},
    "all_desks": {EDITOR, CHIEF},
    "delete_empty": {DESK_EDITOR, EDITOR, CHIEF},
    "photos": {REPORTER, DESK_EDITOR, EDITOR, CHIEF, PHOTOGRAPHER},
    "review": {DESK_EDITOR, EDITOR, CHIEF},
    "publish": {DESK_EDITOR, EDITOR, CHIEF},
    "withdraw": {CHIEF},
    "sign": {CHIEF},
    "compose": {EDITOR, CHIEF},
    "export": {DESK_EDITOR, EDITOR, CHIEF},
    "register": {DESK_EDITOR, EDITOR, CHIEF},
    "merge": {EDITOR, CHIEF},
    "private": {CHIEF},
    "tally": {DESK_EDITOR, EDITOR, CHIEF, FINANCE},
    "correspondents": {DESK_EDITOR, EDITOR, CHIEF},
    "grade": {DESK_EDITOR, EDITOR, CHIEF},
    "fees": {CHIEF, FINANCE},
    "approve_fees": {CHIEF, FINANCE},
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


# Whose stories an account that belongs to one desk works on, by group.
OWN, OWN_DESK, OTHER_DESK, NO_DESK = "its own", "of its own desk", "of another desk", "without a desk"
EVERY_STORY = (OWN, OWN_DESK, OTHER_DESK, NO_DESK)
REACH = {
    REPORTER: {OWN, OWN_DESK},
    DESK_EDITOR: {OWN, OWN_DESK},
    EDITOR: set(EVERY_STORY),
    CHIEF: set(EVERY_STORY),
    PHOTOGRAPHER: set(),
}


class DeskRightsTestCase(RightsTestCase):
    def setUp(self):
        super().setUp()
        self.other_desk = make_desk()
        self.somebody = make_user(group=REPORTER)

    def whose(self, which, user):
        """The fields of a story that is the user's own, of a desk, or of none."""
        desk = {OWN: None, OWN_DESK: self.desk, OTHER_DESK: self.other_desk, NO_DESK: None}[which]
        return {"created_by": user if which == OWN else self.somebody, "desk": desk}

    def assert_reaches(self, act, attempt, *, stories=EVERY_STORY, also=()):
        """
        `attempt(user, fields)` makes such a story, tries the act on it, and says whether it was done. It is open to
        whoever may do the act at all, as far as the group reaches.
        """
        for name in RIGHTS:
            user = make_user(group=name, desk=self.desk)
            self.client.force_login(user)
            for which in stories:
                with self.subTest(group=name, act=act, story=which):
                    expected = (name in MATRIX[act] and which in REACH[name]) or (name, which) in also
                    self.assertEqual(bool(attempt(user, self.whose(which, user))), expected)
