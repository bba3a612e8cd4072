from types import SimpleNamespace

from django.test import SimpleTestCase

from articles.lettering import broken, set_headline, width
from articles.pagemap import page_map
from articles.tiling import Rectangle, bands, tiled


def placement(*, hotspot=(), headline="工会送清凉", length=800):
    article = SimpleNamespace(headline=headline, length=length)
    return SimpleNamespace(article=article, hotspot=list(hotspot))


class TilingTests(SimpleTestCase):
    def test_gives_each_story_its_share_of_the_sheet(self):
        sheet = Rectangle(0, 0, 780, 1100)

        tiles = tiled([5, 3, 2], sheet)

        self.assertEqual(sum(tile.area for tile in tiles), sheet.area)
        self.assertEqual(tiles[0], Rectangle(0, 0, 780, 550))

    def test_cuts_nothing_for_nobody(self):
        self.assertEqual(tiled([], Rectangle(0, 0, 10, 10)), [])


class BandTests(SimpleTestCase):
    def test_takes_a_story_round_a_corner_apart(self):
        corner = [(0, 0), (100, 0), (100, 50), (60, 50), (60, 90), (0, 90)]

        self.assertEqual(bands(corner), [Rectangle(0, 0, 100, 50), Rectangle(0, 50, 60, 90)])


class HeadlineTests(SimpleTestCase):
    def test_breaks_into_lines_of_about_one_length(self):
        self.assertEqual(broken("雨棚搭到公交站骑手歇脚有去处", 8), ["雨棚搭到公交站", "骑手歇脚有去处"])

    def test_breaks_at_a_space(self):
        self.assertEqual(broken("给夜班工人 留一盏小灯", 8), ["给夜班工人", "留一盏小灯"])

    def test_begins_no_line_with_a_mark(self):
        for measure in range(3, 9):
            for line in broken("车间里的“金点子”，写进了涨薪单", measure):
                self.assertNotIn(line[0], "”，")

    def test_ends_no_line_with_an_opening_mark(self):
        self.assertEqual(broken("茶山上的“十八天”", 5), ["茶山上的", "“十八天”"])

    def test_counts_latin_letters_as_half(self):
        self.assertAlmostEqual(width("5G专网"), 3.1)

    def test_fits_the_area(self):
        area = Rectangle(0, 0, 200, 160)

        lines, height = set_headline("工会送清凉", area)

        self.assertLessEqual(height, area.height)
        self.assertTrue(all(width(line.text) * line.size <= area.width for line in lines))


class PageMapTests(SimpleTestCase):
    def test_draws_stories_where_they_are_marked(self):
        marked = placement(hotspot=[[0, 0], [100, 0], [100, 50], [0, 50]])

        [box] = page_map([marked], pictures=False).boxes

        self.assertEqual(box.polygon, [(24, 24), (756, 24), (756, 550), (24, 550)])

    def test_leaves_no_story_out_where_only_some_are_marked(self):
        marked, *others = placement(hotspot=[[0, 0], [100, 0], [100, 50], [0, 50]]), placement(), placement()

        drawn = page_map([marked, *others], pictures=False)

        self.assertEqual([box.placement for box in drawn.boxes], [marked, *others])
        self.assertTrue(all(box.polygon and box.headline for box in drawn.boxes))

    def test_leaves_the_head_out_where_a_story_stands_there(self):
        top = placement(hotspot=[[0, 0], [100, 0], [100, 50], [0, 50]])

        self.assertEqual(page_map([top], pictures=False).head, "")
        self.assertEqual(page_map([placement()], pictures=False).head, "folio")
        self.assertEqual(page_map([placement()], masthead=True, pictures=False).head, "masthead")

    def test_survives_a_hotspot_without_any_room(self):
        flat = placement(hotspot=[[10, 10], [10.5, 10], [10, 10.5]])

        self.assertEqual(len(page_map([flat], pictures=False).boxes), 1)


class StackingTests(SimpleTestCase):
    def headlines(self, **hotspots):
        drawn = page_map([placement(headline=name, hotspot=spot) for name, spot in hotspots.items()], pictures=False)
        return [box.placement.article.headline for box in drawn.boxes]

    def test_what_lies_in_the_midst_of_a_larger_story_comes_after_it(self):
        notice, story = square(30, 60), square(0, 100)

        self.assertEqual(self.headlines(notice=notice, story=story), ["story", "notice"])

    def test_stories_side_by_side_stay_in_the_order_of_the_page(self):
        self.assertEqual(self.headlines(small=square(0, 20), large=square(19, 90)), ["small", "large"])

    def test_what_is_too_small_for_a_finger_comes_last(self):
        self.assertEqual(self.headlines(small=square(0, 4), large=square(4, 90)), ["large", "small"])


def square(start, end):
    return [[start, start], [end, start], [end, end], [start, end]]
