from django.test import TestCase

from articles.on_pages.printing import excerpt
from articles.reading import BEGINNING, stories_by_key
from tests.factories import make_published


class ExcerptTests(TestCase):
    def excerpt_of(self, **fields):
        story = make_published(**fields)
        return excerpt(stories_by_key([story.pk])[story.pk])

    def test_is_the_summary_where_there_is_one(self):
        self.assertEqual(self.excerpt_of(summary="摘要。", body="正文。"), "摘要。")

    def test_prints_no_half_row_of_a_long_table(self):
        self.assertEqual(self.excerpt_of(body="名单如下。\n" + "| 李凡 | 车间 |\n" * 60), "名单如下。")

    def test_prints_no_half_link_where_the_loaded_text_ends(self):
        table = "| 站 |\n"
        rows = table * (BEGINNING // len(table) - 3)

        self.assertEqual(self.excerpt_of(body=f"{rows}见[这里](https://example.org/a/long/address)。"), "见这里")

    def test_leaves_a_short_story_as_it_is(self):
        self.assertEqual(self.excerpt_of(body="一个*星号"), "一个*星号")
