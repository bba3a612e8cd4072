"""Whoever keeps the accounts raises nobody above the groups; and what was done stays written down."""

from django.contrib.auth.models import Permission
from django.test import TestCase
from django.urls import reverse

from desk.models import AuditEntry, User
from newsroom.groups import CHIEF, RIGHTS
from tests.factories import make_article, make_user
from tests.newsroom.rights import admin_address

SECRET = "moon-over-the-press"
# What a form for technicians would send: the right to everything, and to one thing more.
RAISED = {"is_superuser": "on", "is_staff": "on", "is_active": "on"}


class AccountTests(TestCase):
    def setUp(self):
        self.chief = make_user(group=CHIEF, username="chief")
        self.client.force_login(self.chief)

    def rename(self, user, **fields):
        """Sends the account's form with another name, and whatever else somebody may add to it."""
        kept = {"username": user.username, "groups": list(user.groups.values_list("pk", flat=True))}
        self.client.post(admin_address(user, "change"), {**kept, "name": "改过", **RAISED, **fields})
        user.refresh_from_db()

    def test_a_chief_changes_a_colleagues_account(self):
        colleague = make_user()

        self.rename(colleague, groups=[self.chief.groups.get().pk])

        self.assertEqual((colleague.name, colleague.groups.get().name), ("改过", CHIEF))

    def test_a_chief_makes_nobody_a_superuser(self):
        for user in (self.chief, make_user()):
            self.rename(user)

            self.assertEqual((user.name, user.is_superuser), ("改过", False))

    def test_a_chief_gives_nobody_a_right_outside_the_groups(self):
        for user in (self.chief, make_user()):
            self.rename(user, user_permissions=[Permission.objects.get(codename="delete_user").pk])

            self.assertEqual((user.name, user.user_permissions.count()), ("改过", 0))

    def test_a_chief_does_not_shut_the_last_chief_out(self):
        self.rename(self.chief, groups=[], is_active="", is_staff="")

        self.assertEqual((self.chief.name, self.chief.is_active, self.chief.is_staff), ("改过", True, True))
        self.assertEqual(self.chief.groups.get().name, CHIEF)

    def test_a_chief_sets_a_colleagues_password(self):
        colleague = make_user()
        address = reverse("admin:auth_user_password_change", args=[colleague.pk])

        self.client.post(address, {"password1": SECRET, "password2": SECRET, "usable_password": "true"})

        colleague.refresh_from_db()
        self.assertTrue(colleague.check_password(SECRET))

    def test_a_new_account_is_no_superusers(self):
        form = {"username": "new", "password1": SECRET, "password2": SECRET, "usable_password": "true", **RAISED}

        self.client.post(admin_address(User, "add"), form)

        self.assertFalse(User.objects.get(username="new").is_superuser)

    def test_a_chief_changes_no_superusers_account(self):
        technician = make_user(is_superuser=True, name="技术")

        self.rename(technician)

        self.assertEqual(technician.name, "技术")

    def test_a_chief_sets_no_superusers_password(self):
        technician = make_user(is_superuser=True)
        address = reverse("admin:auth_user_password_change", args=[technician.pk])

        response = self.client.post(address, {"password1": SECRET, "password2": SECRET})

        technician.refresh_from_db()
        self.assertEqual(response.status_code, 403)
        self.assertFalse(technician.check_password(SECRET))

    def test_a_chief_rewrites_no_group(self):
        group = self.chief.groups.get()

        self.client.post(admin_address(group, "change"), {"name": "总编", "permissions": []})

        self.assertNotEqual(group.permissions.count(), 0)

    def test_a_superuser_makes_another(self):
        self.client.force_login(make_user(is_superuser=True))
        colleague = make_user()

        self.rename(colleague)

        self.assertTrue(colleague.is_superuser)


class AuditLogRightTests(TestCase):
    """No group may write into the log, nor may a superuser."""

    def setUp(self):
        self.everybody = [make_user(is_superuser=True), *[make_user(group=name) for name in RIGHTS]]
        self.entry = AuditEntry.note(verb="sign", record=make_article(), words="签发")

    def assert_stays_after(self, address, **form):
        """Everybody sends the form there, and the log says what it said."""
        for user in self.everybody:
            self.client.force_login(user)
            with self.subTest(user=user):
                response = self.client.post(address, form)

                kept = AuditEntry.objects.exclude(verb__in=AuditEntry.LOGINS).filter(pk__gte=self.entry.pk)
                self.assertEqual(list(kept.values_list("pk", "words")), [(self.entry.pk, "签发")])
                self.assertEqual(response.status_code, 403)

    def test_takes_no_entry_by_hand(self):
        self.assert_stays_after(admin_address(AuditEntry, "add"), verb="publish", kind="article", key="1")

    def test_lets_no_entry_be_changed(self):
        self.assert_stays_after(admin_address(self.entry, "change"), verb="publish", words="改过")

    def test_lets_no_entry_be_deleted(self):
        self.assert_stays_after(admin_address(self.entry, "delete"), post="yes")

    def test_lets_no_entry_be_deleted_from_the_list(self):
        chosen = {"action": "delete_selected", "_selected_action": [self.entry.pk], "post": "yes"}
        for user in self.everybody:
            self.client.force_login(user)

            self.client.post(admin_address(AuditEntry, "changelist"), chosen)

            self.assertTrue(AuditEntry.objects.filter(pk=self.entry.pk).exists())
