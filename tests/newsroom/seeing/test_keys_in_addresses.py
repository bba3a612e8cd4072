"""
Whoever has the address of a preview, or of somebody's own page, reads it: no line of the log has it, however much the
log is told to say.
"""

import logging
from contextlib import contextmanager
from unittest.mock import patch

from django.test import TestCase
from django.utils import timezone

from articles.models import PreviewLink
from newsroom.my.links import revoke
from newsroom.seeing.logs import JsonLine, TextLine
from tests.factories import make_article, make_user
from tests.intake.contributing.forms import AtTheForm
from tests.newsroom.my.people import link_to, make_correspondent


class Lines(logging.Handler):
    def __init__(self):
        super().__init__()
        self.said = []

    def emit(self, record):
        self.said += [JsonLine().format(record), TextLine().format(record)]


@contextmanager
def all_that_is_logged():
    lines, root = Lines(), logging.getLogger()
    level = root.level
    root.setLevel(logging.DEBUG)
    root.addHandler(lines)
    try:
        yield lines.said
    finally:
        root.removeHandler(lines)
        root.setLevel(level)


class Asking:
    """Mixed into a test case that has its `secrets`."""

    def asked(self, *addresses, method="GET"):
        """What the log says of it, which always says something."""
        with all_that_is_logged() as said:
            statuses = [self.client.generic(method, address).status_code for address in addresses]
        self.assertGreaterEqual(len(said), len(addresses))
        for secret in self.secrets:
            self.assertNotIn(secret, "\n".join(said))
        return statuses, "\n".join(said)


class PreviewTests(Asking, TestCase):
    def setUp(self):
        self.link = PreviewLink.objects.create(article=make_article(), made_by=make_user())
        self.address = self.link.get_absolute_url()
        self.secrets = self.link.key, self.link.token.rpartition(".")[2]

    def test_a_link_that_opens_is_told_by_its_route(self):
        statuses, said = self.asked(self.address, f"{self.address}?a={self.link.token}")

        self.assertEqual(statuses, [200, 200])
        self.assertIn("preview_page", said)

    def test_nor_is_one_told_that_is_over_mistyped_or_of_no_file(self):
        wrong = [f"{self.address}files/1/640.webp", f"{self.address}nothing/", self.address[:-1]]
        self.link.revoked_at = timezone.now()
        self.link.save()

        self.assertEqual(self.asked(self.address, *wrong)[0], [410, 410, 404, 301])
        self.assertEqual(self.asked(self.address, method="PUT")[0], [405])

    def test_nor_one_that_fails(self):
        self.client.raise_request_exception = False

        with patch("articles.views.preview.story_parts", side_effect=RuntimeError(f"no page for {self.address}")):
            statuses, said = self.asked(self.address)

        self.assertEqual(statuses, [500])
        self.assertIn("no page for /preview/***", said)


class OwnPageTests(Asking, TestCase):
    def setUp(self):
        self.link, self.address = link_to(contributor=make_correspondent())
        self.secrets = [self.address.split("/")[2]]

    def test_a_link_that_opens_is_told_by_its_route(self):
        statuses, said = self.asked(self.address, f"{self.address}?year=2026&a={self.secrets[0]}")

        self.assertEqual(statuses, [200, 200])
        self.assertIn("my_page", said)

    def test_nor_is_one_told_that_is_over_mistyped_or_sends_a_form(self):
        self.assertEqual(self.asked(self.address, method="POST")[0], [302])
        self.assertEqual(self.asked(self.address, method="PUT")[0], [405])
        revoke(self.link, by=make_user())

        wrong = [self.address, f"{self.address}nothing/", self.address[:-1], f"/submit{self.address}"]
        self.assertEqual(self.asked(*wrong)[0], [410, 404, 301, 404])

    def test_nor_one_that_fails(self):
        self.client.raise_request_exception = False

        with patch("newsroom.my.views.year_of", side_effect=RuntimeError(f"no page for {self.address}")):
            statuses, said = self.asked(self.address)

        self.assertEqual(statuses, [500])
        self.assertIn("no page for /my/***", said)

    def test_nor_where_a_submission_leads_to(self):
        """A token that was made this moment, in the answer and nowhere else."""
        form = AtTheForm()
        form.client = self.client
        form.open_the_form()

        with all_that_is_logged() as said:
            leads_to = form.send()["Location"]

        self.assertIn("submit_page", "\n".join(said))
        self.assertNotIn(leads_to.split("/")[2], "\n".join(said))
