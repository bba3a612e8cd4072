"""Whatever anybody typed is text: on every page of readers and of the desk, in every feed and in every record."""

import json
import re
from urllib.parse import quote

from django.conf import settings
from django.test import SimpleTestCase, TestCase

from tests.hostile.addresses import choices, desk_addresses
from tests.hostile.judging import faults, faults_in_json, faults_in_xml
from tests.hostile.words import WORDS
from tests.hostile.world import make_hostile_world, models_typed_in
from tests.newsroom.showing.pages import addresses_in
from tests.newsroom.showing.world import NOW, at

# Whatever is answered, at whatever address.
HEADERS = {
    "Content-Security-Policy",
    "X-Content-Type-Options",
    "X-Frame-Options",
    "Referrer-Policy",
    "Permissions-Policy",
    "Cross-Origin-Opener-Policy",
    "Cross-Origin-Resource-Policy",
}
# What a reader copies, or an editor types on in: HTML that is there to be read as text.
QUOTED = re.compile(r"<textarea.*?</textarea>", re.DOTALL)


def judged(response):
    kind = response.headers.get("Content-Type", "")
    if "json" in kind:
        return list(faults_in_json(json.loads(response.content)))
    if "xml" in kind:
        return list(faults_in_xml(response.content))
    return judged_page(response) if kind.startswith("text/html") else []


def judged_page(response):
    text = response.content.decode()
    found = faults(text, with_looks="sandbox" in response.headers["Content-Security-Policy"])
    return [*found, "escaped twice"] if "&amp;lt;svg" in QUOTED.sub("", text) else found


class HostileWorldTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.world = make_hostile_world()

    def assert_words_only(self, addresses):
        for address in dict.fromkeys(addresses):
            with self.subTest(address), at(NOW):
                response = self.client.get(address)
                self.assertNotEqual(response.status_code, 500)
                self.assertEqual(HEADERS - set(response.headers), set())
                if settings.SESSION_COOKIE_NAME in self.client.cookies:
                    self.assertIn("no-store", response.headers["Cache-Control"])
                if not response.streaming and response.content:
                    self.assertEqual(judged(response), [])

    def test_no_kind_of_record_with_words_is_missing(self):
        self.assertEqual([model for model in models_typed_in() if not model._base_manager.exists()], [])

    def test_readers(self):
        paths = [path for paths in addresses_in(self.world).values() for path in paths]
        asked = ["/search/?q=hx", "/search/suggest/?q=hx", "/opensearch.xml", self.world.link.get_absolute_url()]
        asked += ["/submit/", "/my/", "/my/hostile/"]
        asked += [f"/search/?q={word}&column={word}&from={word}&before={word}" for word in map(quoted, WORDS)]

        self.assert_words_only([*paths, *asked])

    def test_the_desk(self):
        self.client.force_login(self.world.user)

        self.assert_words_only([*desk_addresses(self.world), *choices()])

    def test_nobody(self):
        for word in map(quoted, WORDS[::3]):
            self.assert_words_only([f"/admin/login/?next={word}", f"/{word}/?{word}={word}", f"/tags/{word}/"])


def quoted(word):
    return quote(word, safe="")


class JudgeTests(SimpleTestCase):
    def test_finds_what_has_broken_out(self):
        for place, word in [("<p>{}", 0), ('<p title="{}">', 1), ("<p title='{}'>", 2), ('<p title="{}">', 3)]:
            self.assertNotEqual(faults(place.format(WORDS[word])), [], WORDS[word])
        for word in WORDS[5:7]:
            self.assertNotEqual(faults(f'<a href="{word}">'), [], word)
        self.assertNotEqual(faults("<p>38105929"), [])

    def test_leaves_our_own_alone(self):
        ours = '<script src="/a.js"></script><script type="application/ld+json">{}</script><svg><path d="M0"/></svg>'

        self.assertEqual(faults(f"<!doctype html><title>x</title>{ours}<a href='/articles/1/'>x</a>"), [])
