"""Whoever has the address of a preview reads it: no line of the log has it, however much the log is told to say."""

import logging
from contextlib import contextmanager
from unittest.mock import patch

from django.test import TestCase
from django.utils import timezone

from articles.models import PreviewLink
from newsroom.seeing.logs import JsonLine, TextLine
from tests.factories import make_article, make_user


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


class PreviewTests(TestCase):
    def setUp(self):
        self.link = PreviewLink.objects.create(article=make_article(), made_by=make_user())
        self.address = self.link.get_absolute_url()

    def asked(self, *addresses, method="GET"):
        """What the log says of it, which always says something."""
        with all_that_is_logged() as said:
            statuses = [self.client.generic(method, address).status_code for address in addresses]
        self.assertGreaterEqual(len(said), len(addresses))
        for secret in (self.link.key, self.link.token.rpartition(".")[2]):
            self.assertNotIn(secret, "\n".join(said))
        return statuses, "\n".join(said)

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
