"""How the intake screen lies on the page, in a real browser."""

from django.test import SimpleTestCase

from intake.reading.spans import Span
from intake.screen.source_pieces import pieces_of
from tests.factories import make_contributor
from tests.intake.dropping import DroppingTestCase
from tests.intake.names import NEW

EDGES = """() => [...document.querySelectorAll(".intake-names select, .intake-names input")].map((field) =>
  field.getBoundingClientRect().right - field.closest(".intake-names").getBoundingClientRect().right)"""


class NamesBoxTests(DroppingTestCase):
    viewport = {"width": 1280, "height": 900}

    def test_its_fields_and_its_help_line_stay_in_their_place(self):
        make_contributor(name="何菁", unit="江畔市高新技术产业开发区总工会职工服务中心宣传教育和网络工作部")
        self.drop(("甲.txt", NEW.encode()))
        self.line("甲.txt")
        self.read()

        for width in (1280, 1440, 390):
            self.page.set_viewport_size({"width": width, "height": 900})
            self.assertLess(max(self.page.evaluate(EDGES)), 0, width)
        box, line = (
            self.page.locator(each).first.bounding_box() for each in (".intake-names", ".intake-names > .help")
        )
        self.assertLess(line["x"] - box["x"], 20)


class LabelTests(SimpleTestCase):
    def test_a_line_that_a_doubt_cuts_is_labelled_once(self):
        span = Span(0, 9, "headline", 0)

        pieces = list(pieces_of("主题“甲乙丙丁完结", [span], {0: (2, 5)}, 1))

        self.assertEqual([piece.text for piece in pieces], ["主题", "“甲乙", "丙丁完结"])
        self.assertEqual([piece.label for piece in pieces], ["主题", "", ""])
        self.assertTrue(all(piece.is_coloured for piece in pieces))
