from django.test import TestCase, override_settings
from django.urls import reverse

from desk.models import AuditEntry
from tests.factories import make_user

LOGIN = reverse("admin:login")


class LoginTests(TestCase):
    def setUp(self):
        self.user = make_user(username="zhang", password="secret-word")

    def log_in(self, name="zhang", password="secret-word", **headers):
        return self.client.post(LOGIN, {"username": name, "password": password}, REMOTE_ADDR="203.0.113.7", **headers)

    def noted(self):
        return list(
            AuditEntry.objects.filter(verb__in=AuditEntry.LOGINS).order_by("pk").values_list("verb", "key", "by")
        )

    def test_coming_and_going(self):
        self.log_in()
        self.client.post(reverse("admin:logout"))

        key = str(self.user.pk)
        self.assertEqual(self.noted(), [("login", key, self.user.pk), ("logout", key, self.user.pk)])
        self.assertEqual(AuditEntry.objects.get(verb="login").words, "203.0.113.7")

    def test_a_wrong_password_stands_under_the_account_and_is_not_written_down(self):
        self.log_in(password="moon-over-the-press")

        entry = AuditEntry.objects.get(verb="login_failed")
        self.assertEqual((entry.key, entry.by), (str(self.user.pk), None))
        self.assertIn("zhang", entry.words)
        self.assertNotIn("moon", entry.words)

    def test_a_name_that_nobody_has_may_be_a_password(self):
        self.log_in(name="moon-over-the-press")

        entry = AuditEntry.objects.get(verb="login_failed")
        self.assertEqual(entry.key, "")
        self.assertIn("moo…", entry.words)
        self.assertNotIn("moon", entry.words)

    @override_settings(SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https"))
    def test_behind_a_proxy_counts_the_address_that_the_proxy_added(self):
        self.log_in(headers={"X-Forwarded-For": "198.51.100.1, 198.51.100.9"})

        self.assertEqual(AuditEntry.objects.get(verb="login").words, "198.51.100.9")

    def test_what_is_no_address_is_left_out(self):
        with override_settings(SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https")):
            self.log_in(headers={"X-Forwarded-For": "<script>"})

        self.assertEqual(AuditEntry.objects.get(verb="login").words, "")
