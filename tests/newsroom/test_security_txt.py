from datetime import UTC, datetime, timedelta

from django.test import TestCase, override_settings

from desk.models import Paper

ADDRESS = "/.well-known/security.txt"


class SecurityTxtTests(TestCase):
    def lines(self):
        return dict(line.split(": ", 1) for line in self.client.get(ADDRESS).content.decode().splitlines())

    def test_leads_to_where_the_paper_takes_reports(self):
        Paper.objects.update_or_create(pk=Paper.current().pk, defaults={"report_email": "jubao@paper.example"})

        said = self.lines()

        self.assertEqual(said["Contact"], "mailto:jubao@paper.example")
        self.assertEqual(said["Canonical"], f"http://testserver{ADDRESS}")
        left = datetime.fromisoformat(said["Expires"]) - datetime.now(UTC)
        self.assertTrue(timedelta(days=100) < left < timedelta(days=365))

    @override_settings(SECURITY_CONTACT="https://paper.example/security")
    def test_or_to_what_the_environment_names(self):
        self.assertEqual(self.lines()["Contact"], "https://paper.example/security")

    def test_is_not_there_where_nobody_is_named(self):
        Paper.objects.update(report_email="", email="")

        self.assertEqual(self.client.get(ADDRESS).status_code, 404)
