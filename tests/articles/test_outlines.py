from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from articles.outlines import NoOutline, overlap, read_outline, shared, written

LEFT = [[0, 0], [50, 0], [50, 50], [0, 50]]
MIDDLE = [[25, 25], [75, 25], [75, 75], [25, 75]]
RIGHT = [[50, 0], [100, 0], [100, 50], [50, 50]]
ANGLE = [[0, 0], [100, 0], [100, 20], [20, 20], [20, 100], [0, 100]]


class TypedOutlineTests(SimpleTestCase):
    def assert_refused(self, typed, words):
        with self.assertRaisesMessage(NoOutline, words):
            read_outline(typed)

    def test_corners_are_read_in_their_order(self):
        self.assertEqual(read_outline("12,30 55,30.5\n55,60"), [[12, 30], [55, 30.5], [55, 60]])

    def test_chinese_commas_and_wide_spaces_are_as_good(self):
        self.assertEqual(read_outline("12，30　55， 30 55,60"), [[12, 30], [55, 30], [55, 60]])

    def test_nothing_typed_is_no_hotspot(self):
        self.assertEqual(read_outline(" \n "), [])

    def test_a_corner_typed_twice_counts_once(self):
        self.assertEqual(read_outline("0,0 0,0 50,0 50,50 0,0"), [[0, 0], [50, 0], [50, 50]])

    def test_what_is_no_corner_is_named(self):
        self.assert_refused("12,30 55 55,60", "“55”")
        self.assert_refused("12,30 a,b 55,60", "“a,b”")

    def test_a_corner_outside_the_page_is_named(self):
        self.assert_refused("12,30 101,30 55,60", "“101,30”")

    def test_two_corners_are_too_few(self):
        self.assert_refused("12,30 55,30", "2")

    def test_more_corners_than_fit_are_refused_and_none_is_cut_off(self):
        self.assert_refused("12,30 55,30 " * 200, "400")

    def test_an_outline_that_crosses_itself_is_refused(self):
        self.assert_refused("0,0 50,50 50,0 0,50", "1")

    def test_corners_on_one_line_are_refused(self):
        self.assert_refused("0,0 20,20 50,50", "一条直线")

    @given(st.lists(st.tuples(*[st.integers(0, 10000)] * 2), max_size=8))
    def test_what_was_written_reads_the_same(self, numbers):
        points = [[x / 100, y / 100] for x, y in numbers]
        try:
            read = read_outline(written(points))
        except NoOutline:
            return
        self.assertEqual(read_outline(written(read)), read)


class SharedGroundTests(SimpleTestCase):
    def test_is_the_area_that_both_cover(self):
        self.assertEqual(shared(LEFT, MIDDLE), 625)
        self.assertEqual(shared(ANGLE, MIDDLE), 0)
        self.assertAlmostEqual(shared(ANGLE, LEFT), 50 * 20 + 20 * 30)

    def test_is_exact_where_edges_lie_aslant(self):
        self.assertAlmostEqual(shared([[0, 0], [10, 0], [0, 10]], [[0, 0], [10, 0], [10, 10]]), 25)

    def test_neighbours_do_not_overlap(self):
        self.assertFalse(overlap(LEFT, RIGHT))
        self.assertTrue(overlap(MIDDLE, RIGHT))
