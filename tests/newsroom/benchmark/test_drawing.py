from xml.etree import ElementTree

from django.test import SimpleTestCase

from newsroom.benchmark.flame_drawing import drawn, tree_of
from newsroom.benchmark.forms import filled_in
from newsroom.benchmark.running import Row
from newsroom.benchmark.table import table

FORM = """
<form id="search"><input name="q" value="x"></form>
<form id="article_form">
  <input type="hidden" name="token" value="t"><input name="headline" value="工会送清凉">
  <input type="checkbox" name="DELETE"><input type="checkbox" name="is_led" checked>
  <select name="desk"><option value="">—</option><option value="3" selected>要闻部</option></select>
  <select name="genre"><option value="1">消息</option><option value="2">通讯</option></select>
  <textarea name="body">
一段&amp;话</textarea><input type="submit" name="_save">
</form>
"""
ROW = Row(kind="story", path="/articles/1/", cpu=3.0, wall=5.0, queries=9, bytes=30_000, gzipped=8_000)


class FormTests(SimpleTestCase):
    def test_sends_what_a_browser_would_with_another_headline(self):
        self.assertEqual(
            filled_in(FORM),
            {
                "token": ["t"],
                "headline": ["工会送清凉改"],
                "is_led": ["on"],
                "desk": ["3"],
                "genre": ["1"],
                "body": ["一段&话"],
                "_save": "1",
            },
        )


class TableTests(SimpleTestCase):
    def test_marks_what_costs_more_than_is_aimed_at(self):
        rows = [ROW, Row(**{**vars(ROW), "kind": "front", "plain": 4.0, "ratio": 0.9, "at_most": 0.8})]

        self.assertRegex(table(rows), r"\| front +\| 0\.90! \|    0\.80 \|")

    def test_says_how_a_page_grew(self):
        words = table([ROW], before={"story": {"cpu": 2.0, "queries": 8}})

        self.assertRegex(words, r"growth \| queries then \|\n.*\n\| story .* 1\.50 \| +8 \|$")


class FlameTests(SimpleTestCase):
    STACKS = {("articles/views:page", "<story.html>"): 3, ("articles/views:page",): 1}

    def test_a_call_is_as_wide_as_its_share(self):
        view = tree_of(self.STACKS).calls["articles/views:page"]

        self.assertEqual((view.samples, view.calls["<story.html>"].samples), (4, 3))

    def test_draws_plain_svg_without_a_script(self):
        svg = drawn(self.STACKS, "story & all")

        names = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(svg).iter()}
        self.assertEqual(names, {"svg", "rect", "text", "g", "title"})
