from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from django.test import SimpleTestCase

from bylines.models import Role
from newsroom.sample.content import FOLDER, SampleError, load_content
from newsroom.sample.drawing import DRAWINGS
from newsroom.setting_up import CHANNELS, GENRES
from regions.gazetteer.reading import read_rows
from wording.length import length
from wording.markup import figure_numbers, plain_text
from wording.typography import normalise, review


class SampleContentTests(SimpleTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.content = load_content()

    def test_today_has_four_pages_and_the_days_around_it_two(self):
        labels = {issue.day: [page.label for page in issue.pages] for issue in self.content.issues}

        self.assertEqual(labels, {-1: ["01", "02"], 0: ["01", "02", "03", "04"], 1: ["01", "02"]})

    def test_counts_its_stories(self):
        stories = [len(issue.stories) for issue in self.content.issues]

        self.assertEqual(stories, [4, 22, 3])

    def test_the_board_of_tomorrow_shows_every_state(self):
        states = {story.state for story in self.content.planned.stories}

        self.assertEqual(states, {"draft", "submitted", "embargoed"})

    def test_every_picture_is_drawn_and_used_once(self):
        used = [shown.photo for story in self.content.stories for shown in story.illustrations]

        self.assertEqual(sorted(used), sorted(photo.ref for photo in self.content.photos))
        self.assertEqual({photo.drawing for photo in self.content.photos}, set(DRAWINGS))

    def test_every_illustration_has_its_place_in_the_body(self):
        for story in self.content.stories:
            with self.subTest(story.ref):
                self.assertEqual(figure_numbers(story.body), list(range(1, len(story.illustrations) + 1)))

    def test_shows_the_forms_of_a_real_paper(self):
        stories = self.content.today.stories
        picture_news = [story for story in stories if story.genre == "图片新闻"]

        self.assertEqual([len(story.illustrations) for story in picture_news], [3])
        self.assertEqual([story.ref for story in stories if story.original_title], ["last-bus"])
        self.assertEqual([story.ref for story in stories if story.continued_to], ["riders"])
        self.assertEqual([story.ref for story in stories if "\n| " in story.body], ["station-list"])

    def test_the_lead_is_long_and_the_poem_short(self):
        lengths = {story.ref: length(plain_text(story.body)) for story in self.content.today.stories}

        self.assertGreater(lengths["proposals"], 1000)
        self.assertEqual(max(lengths, key=lengths.get), "proposals")

    def test_two_contributors_of_one_name_differ_by_unit(self):
        namesakes = [one.unit for one in self.content.contributors if one.name == "王晓峰"]

        self.assertEqual(namesakes, ["店口镇职工服务站", "大麦屿港区职工之家"])

    def test_roles_genres_and_channels_are_the_newsrooms(self):
        bylines = [byline for owner in (*self.content.stories, *self.content.photos) for byline in owner.bylines]

        self.assertLessEqual({byline.role for byline in bylines}, set(Role.values))
        self.assertLessEqual({byline.standing for byline in bylines}, {"", *Role.values})
        self.assertEqual({story.genre for story in self.content.today.stories}, set(GENRES))
        self.assertEqual({story.channel for story in self.content.today.stories}, set(CHANNELS))

    def test_every_region_stands_on_the_map(self):
        standing = {row.code for row in read_rows() if not row.ended_on}
        named = {code for story in self.content.stories for code in story.regions}
        named |= {one.region for one in (*self.content.contributors, *self.content.photos) if one.region}

        self.assertEqual(named - standing, set())

    def test_the_text_is_set_as_the_paper_sets_it(self):
        for story in self.content.stories:
            for text in (story.kicker, story.headline, story.subheadline, story.summary, story.body):
                with self.subTest(story.ref):
                    self.assertEqual(normalise(text), text)
                    self.assertEqual(review(text).doubts, ())

    def test_a_correction_names_words_that_the_story_now_has_right(self):
        bodies = {story.ref: story.body for story in self.content.earlier.stories}

        for correction in self.content.corrections:
            self.assertIn(correction.right, bodies[correction.article])
            self.assertNotIn(correction.wrong, bodies[correction.article])


class SampleMistakeTests(SimpleTestCase):
    """The loader of the sample says which file is wrong, and what in it."""

    def broken(self, name, old, new):
        home = TemporaryDirectory()
        self.addCleanup(home.cleanup)
        folder = Path(copytree(FOLDER, Path(home.name) / "content"))
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(text.replace(old, new), encoding="utf-8")
        return folder

    def test_an_unknown_contributor(self):
        folder = self.broken("page-02.toml", 'who = "lin-peiyu"', 'who = "nobody"')

        with self.assertRaisesRegex(SampleError, r"page-02\.toml: station-list names nobody"):
            load_content(folder)

    def test_an_unknown_photo(self):
        folder = self.broken("page-04.toml", 'photo = "craft"', 'photo = "crafts"')

        with self.assertRaisesRegex(SampleError, r"page-04\.toml: dough-spring names crafts"):
            load_content(folder)

    def test_a_mark_without_its_illustration(self):
        folder = self.broken("page-03.toml", "[图1]", "[图4]")

        with self.assertRaisesRegex(SampleError, r"page-03\.toml: tea-hands names 4"):
            load_content(folder)

    def test_a_key_that_no_story_has(self):
        folder = self.broken("earlier.toml", "headline =", "title =")

        with self.assertRaisesRegex(SampleError, r"earlier\.toml: Story drone-harvest .* headline, title"):
            load_content(folder)

    def test_a_file_that_is_no_toml(self):
        folder = self.broken("columns.toml", "[[columns]]", "[[columns")

        with self.assertRaisesRegex(SampleError, r"columns\.toml"):
            load_content(folder)
