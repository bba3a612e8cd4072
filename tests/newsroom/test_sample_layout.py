from itertools import combinations

from django.test import SimpleTestCase

from newsroom.sample.content import load_content


def areas(issue, page):
    """Everything that stands on the page: masthead, stories, and what is continued there from other pages."""
    found = {story.ref: story.hotspot for story in page.stories}
    for story in issue.stories:
        if story.continued_to and story.continued_to.page == page.label:
            found[f"{story.ref} continued"] = story.continued_to.hotspot
    return found | ({"masthead": page.masthead} if page.masthead else {})


def overlap(one, other):
    (ax, ay, aw, ah), (bx, by, bw, bh) = one, other
    return ax < bx + bw and bx < ax + aw and ay < by + bh and by < ay + ah


class SampleLayoutTests(SimpleTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pages = [(issue, page) for issue in load_content().issues for page in issue.pages]

    def test_every_area_lies_on_the_page(self):
        for issue, page in self.pages:
            for name, (x, y, width, height) in areas(issue, page).items():
                with self.subTest(page=page.label, name=name):
                    self.assertGreaterEqual(min(x, y), 0)
                    self.assertGreater(min(width, height), 0)
                    self.assertLessEqual(max(x + width, y + height), 100)

    def test_no_two_areas_overlap(self):
        for issue, page in self.pages:
            for (name, one), (other_name, other) in combinations(areas(issue, page).items(), 2):
                with self.subTest(page=page.label, names=(name, other_name)):
                    self.assertFalse(overlap(one, other))

    def test_the_page_is_full(self):
        """All but the folio line and one per cent between stories."""
        for issue, page in self.pages:
            with self.subTest(day=issue.day, page=page.label):
                covered = sum(width * height for _x, _y, width, height in areas(issue, page).values())

                self.assertGreater(covered, 92 * 100)

    def test_the_first_story_of_a_page_is_its_largest(self):
        for issue, page in self.pages:
            with self.subTest(day=issue.day, page=page.label):
                sizes = [story.hotspot[2] * story.hotspot[3] for story in page.stories]

                self.assertEqual(max(sizes), sizes[0])
