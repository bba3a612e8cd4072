from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from articles.models.placement import check_hotspot
from intake.documents.result import Box
from intake.pages.outlines import outline

EDGES = st.floats(0, 100, allow_nan=False).map(lambda edge: round(edge, 3))
BOXES = st.builds(
    lambda x, y: Box(x[0], y[0], x[1], y[1]),
    *[st.tuples(EDGES, EDGES).map(sorted).filter(lambda pair: pair[1] - pair[0] > 0.1)] * 2,
)


class OutlineTests(SimpleTestCase):
    def test_of_one_box_is_the_box(self):
        self.assertEqual(outline([Box(10, 20, 30, 40)]), [[30, 20], [30, 40], [10, 40], [10, 20]])

    def test_goes_around_a_headline_over_a_shorter_column(self):
        self.assertEqual(
            outline([Box(10, 10, 50, 20), Box(10, 22, 30, 60)]),
            [[50, 10], [50, 20], [30, 20], [30, 60], [10, 60], [10, 10]],
        )

    def test_leaves_out_a_box_that_the_story_goes_around(self):
        around, inside = [Box(10, 10, 50, 20), Box(10, 20, 20, 60), Box(40, 20, 50, 60)], Box(23, 25, 37, 60)

        self.assertEqual(
            outline(around, [inside]),
            [[50, 10], [50, 60], [40, 60], [40, 23.5], [20, 23.5], [20, 60], [10, 60], [10, 10]],
        )

    def test_leaves_out_a_part_beyond_another_story(self):
        self.assertEqual(
            outline([Box(10, 10, 30, 60), Box(70, 10, 80, 20)], [Box(35, 5, 60, 70)]),
            [[30, 10], [30, 60], [10, 60], [10, 10]],
        )

    @given(st.lists(BOXES, min_size=1, max_size=6), st.lists(BOXES, max_size=6))
    def test_is_a_hotspot_whatever_the_boxes(self, boxes, others):
        check_hotspot(outline(boxes, others))
