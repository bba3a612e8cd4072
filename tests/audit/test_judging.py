"""The audit's own judging: what is known to be bad must fail, and what is good pass. Without the tools themselves."""

from unittest.mock import patch

import pytest
from django.test import SimpleTestCase

from tests.audit import installed, table
from tests.audit.kinds import HTML, SITEMAP, Page
from tests.audit.tools import atom, axe, lighthouse, ninjs, nu, sitemaps, status, vocabulary, weight
from tests.audit.verdict import Verdict, counted
from tests.audit.visits import Answer
from tests.standards import STANDARDS

STORY = Page("story", "/articles/1/")


def here(path):
    if not path.exists():
        pytest.skip(f"{path.name} is not here: the standards lie beside the repository")


def marks(*, performance, audits=None):
    categories = {name: {"score": 1, "auditRefs": []} for name in lighthouse.CATEGORIES}
    categories["performance"] = {"score": performance / 100, "auditRefs": [{"id": "slow", "weight": 1}]}
    return {"categories": categories, "audits": {"slow": {"title": "Too slow", "score": 0, "displayValue": "4 s"}}}


def sent(kind, path, size):
    answer = weight.Sent(kind, f"http://127.0.0.1{path}")
    answer.size = size
    return answer


class StatusTests(SimpleTestCase):
    def test_an_answer_of_another_kind_is_a_fault(self):
        gone = STORY._replace(status=410)

        self.assertTrue(status.weighed(gone, Answer(410, "text/html; charset=utf-8", b"")).passed)
        self.assertFalse(status.weighed(gone, Answer(200, "text/html", b"")).passed)
        self.assertFalse(status.weighed(STORY, Answer(200, "text/plain", b"")).passed)


class NuTests(SimpleTestCase):
    def test_errors_count_and_advice_does_not(self):
        messages = [
            {"type": "error", "message": "Stray end tag", "url": "file:/tmp/x/story.html", "lastLine": 3},
            {"type": "info", "subType": "warning", "message": "No heading", "url": "file:/tmp/x/story.html"},
            {"type": "non-document-error", "message": "Cannot read", "url": "file:/tmp/x/front.html"},
        ]

        found = nu.by_file(messages)

        self.assertEqual(found["story.html"], ["line 3: Stray end tag []"])
        self.assertEqual(len(found["front.html"]), 1)


class AxeTests(SimpleTestCase):
    def test_every_element_that_breaks_a_rule_is_a_fault(self):
        node = {"target": [".facts a"], "failureSummary": "Fix any of the following:\n  too pale"}

        found = axe.sentences({"violations": [{"id": "color-contrast", "nodes": [node, node]}]})

        self.assertEqual(found, ["color-contrast: .facts a – too pale"] * 2)


class LighthouseTests(SimpleTestCase):
    def test_the_median_counts(self):
        passed = lighthouse.weighed([marks(performance=mark) for mark in (80, 96, 97)], STORY)
        failed = lighthouse.weighed([marks(performance=mark) for mark in (99, 94, 90)], STORY)

        self.assertEqual((passed.mark, passed.faults), ("96 100 100 100", ()))
        self.assertEqual(failed.faults, ("performance 94: Too slow 4 s",))

    def test_search_engines_do_not_judge_what_asks_to_be_left_out(self):
        report = marks(performance=100)
        report["categories"]["seo"]["score"] = 0.6

        self.assertFalse(lighthouse.weighed([report], STORY).passed)
        self.assertTrue(lighthouse.weighed([report], STORY._replace(unlisted=True)).passed)

    def test_giving_up_is_a_fault(self):
        self.assertFalse(lighthouse.weighed([{"runtimeError": {"message": "no page"}}], STORY).passed)


class WeightTests(SimpleTestCase):
    def test_photos_weigh_nothing_and_everything_else_does(self):
        page, photo = sent("Document", "/", 90_000), sent("Image", "/files/key/640.webp", 500_000)
        style = sent("Stylesheet", "/static/a.css", 9_000)

        self.assertEqual(weight.weighed([page, photo, style], 0).faults, ())
        self.assertFalse(weight.weighed([page, sent("Image", "/static/large.png", 9_000), style], 0).passed)

    def test_two_style_sheets_a_font_and_a_jump_are_faults(self):
        style, font = sent("Stylesheet", "/a.css", 1), sent("Font", "/a.woff2", 1)

        self.assertEqual(len(weight.weighed([style, style, font], 0.02).faults), 3)
        self.assertEqual(len(weight.weighed([], 0).faults), 1)


class SchemaTests(SimpleTestCase):
    def test_a_property_that_schema_org_does_not_know_is_a_fault(self):
        here(vocabulary.FILE)
        page = '<!doctype html><script type="application/ld+json">{"@context":"https://schema.org",%s}</script>'
        good, bad = '"@type":"NewsArticle","printPage":"02"', '"@type":"NewsArticle","pageNo":"02"'

        self.assertEqual(vocabulary.weighed(page % good, ["NewsArticle"]), Verdict("1"))
        self.assertEqual(vocabulary.weighed(page % bad, []).faults, ("$: NewsArticle has no pageNo",))
        self.assertEqual(vocabulary.weighed(page % good, ["BreadcrumbList"]).faults, ("no BreadcrumbList in the page",))
        self.assertFalse(vocabulary.weighed(page % "oops", []).passed)

    def test_a_feed_without_its_date_is_a_fault(self):
        here(atom.SCHEMA)
        feed = '<feed xmlns="http://www.w3.org/2005/Atom"><id>a:b</id><title>x</title>%s</feed>'

        self.assertEqual(atom.faults((feed % "<updated>2023-03-02T06:00:00Z</updated>").encode()), [])
        self.assertTrue(atom.faults((feed % "").encode()))
        self.assertTrue(atom.faults(b"<feed"))

    def test_a_sitemap_with_a_strange_word_is_a_fault(self):
        here(sitemaps.SCHEMA)
        lines = '<{0} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><{1}>{2}</{1}></{0}>'
        place = "<loc>http://127.0.0.1/</loc>"

        for names in (("urlset", "url"), ("sitemapindex", "sitemap")):
            self.assertEqual(sitemaps.faults(lines.format(*names, place).encode()), [])
            self.assertTrue(sitemaps.faults(lines.format(*names, f"{place}<often>yes</often>").encode()))

    def test_news_needs_all_that_google_asks_for(self):
        here(sitemaps.SCHEMA)
        line = f'<urlset xmlns="{sitemaps.MAP[1:-1]}" xmlns:n="{sitemaps.NEWS[1:-1]}"><url><loc>http://127.0.0.1/</loc>'

        faults = sitemaps.faults(f"{line}<n:news><n:title>题</n:title></n:news></url></urlset>".encode())

        self.assertEqual(len(faults), 3)

    def test_ninjs_is_held_by_both_versions(self):
        here(ninjs.SCHEMAS)
        examples = STANDARDS / "ninjs/examples"

        self.assertEqual(ninjs.faults((examples / "chinese-story.valid.json").read_text()), [])
        for path in sorted(examples.glob("*.bad-*.json")):
            self.assertGreaterEqual(len(ninjs.faults(path.read_text())), 2, path.name)


class InstalledTests(SimpleTestCase):
    def test_an_old_program_is_as_good_as_none(self):
        said = {"java": 'openjdk version "11.0.2"', "node": "v22.1.0"}

        with patch.object(installed, "said_by", lambda command: said[command[0]]):
            lacking = installed.missing()

        self.assertTrue(any("Java 17" in line for line in lacking))
        self.assertFalse(any("node 20" in line for line in lacking))


class TableTests(SimpleTestCase):
    def test_faults_stand_out_and_fail(self):
        verdicts = {("front", "axe"): counted([]), ("story", "axe"): counted(["too pale"])}

        self.assertIn("| front | 0 |\n| story | **1** |", table.written(verdicts, ["axe"]))
        self.assertEqual(table.failed(verdicts), ["story (axe)"])

    def test_every_sort_of_page_is_looked_at(self):
        self.assertIn(HTML, nu.SORTS)
        self.assertIn(SITEMAP, sitemaps.SORTS)
