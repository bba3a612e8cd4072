"""The tools themselves, given what they must not let pass. They are there once `make audit` has fetched them."""

import tempfile
import unittest
from pathlib import Path

import pytest

from tests.audit import installed
from tests.audit.tools import axe, nu, structured
from tests.servers.chromium import find_chromium, running

GOOD = '<!doctype html><html lang="zh-Hans-CN"><meta charset="utf-8"><title>一版</title><h1>一版</h1></html>'
BAD = '<!doctype html><title>一版</title><img src="a.jpg"><p style="color: #ccc; background: #fff">看不清</p></b>'


class ToolTestCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        if not installed.PACKAGES.exists() or installed.missing():
            raise unittest.SkipTest("The tools of make audit are not here: it fetches them when it first runs.")
        super().setUpClass()


class NuTests(ToolTestCase):
    def test_finds_what_is_wrong_in_pages_and_style_sheets(self):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in {
                "good.html": GOOD,
                "bad.html": BAD,
                "good.css": "a{top:0}",
                "bad.css": "a{top:x}",
            }.items():
                Path(folder, name).write_text(text)
            found = nu.by_file(nu.checked(folder))

        self.assertEqual(sorted(found), ["bad.css", "bad.html"])


class StructuredDataTests(ToolTestCase):
    def test_finds_what_is_missing(self):
        head = '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle"}</script>'

        asked = [structured.question(html, ["NewsArticle"], ["Google"]) for html in (GOOD, head)]
        empty, poor = structured.answers(asked)

        self.assertTrue(empty)
        self.assertTrue(any("headline" in fault for fault in poor), poor)


@pytest.mark.browser
class AxeTests(ToolTestCase):
    def test_finds_pale_words_and_a_picture_without_words(self):
        if not find_chromium():
            self.skipTest("Chromium is not installed.")
        page = running().new_page()
        self.addCleanup(page.close)

        rules = [self.rules_broken(page, text) for text in (GOOD, BAD)]

        self.assertEqual(rules[0], set())
        self.assertLessEqual({"color-contrast", "image-alt", "html-has-lang"}, rules[1])

    def rules_broken(self, page, text):
        page.set_content(text)
        page.evaluate((installed.PACKAGES / "axe-core/axe.min.js").read_text())
        found = axe.sentences(page.evaluate("rules => axe.run(document, rules)", axe.RULES))
        return {fault.partition(":")[0] for fault in found}
