from django.test import TestCase

from articles.on_pages.rows import story_row
from articles.reading import stories_by_key
from media.models import Photo
from tests.factories import illustrate, make_column, make_published, make_town


def listed(story):
    return stories_by_key([story.pk])[story.pk]


def row(story, *, level="h2", **asked):
    return story_row(listed(story), level, **asked)


class StoryRowTests(TestCase):
    def test_prints_what_a_list_says_of_a_story(self):
        story = make_published(kicker="高温下", column=make_column(), summary="摘要。", regions=[make_town()])

        html = row(story, show_column=True, show_date=True)

        filed = f'<a href="{story.column.get_absolute_url()}">基层见闻</a>'
        self.assertInHTML(f'<p class="story-column">{filed}</p>', html)
        self.assertInHTML('<p class="story-kicker">高温下</p>', html)
        self.assertInHTML(f'<h2 class="story-headline"><a href="/articles/{story.pk}/">工会送清凉</a></h2>', html)
        self.assertInHTML('<p class="story-excerpt">摘要。</p>', html)
        self.assertInHTML('<a href="/regions/330681104/">店口镇</a>', html)

    def test_leaves_out_what_the_page_says_elsewhere(self):
        story = make_published(column=make_column(), regions=[make_town()])

        html = row(story)

        self.assertNotIn("story-column", html)
        self.assertNotIn("story-facts", html)

    def test_shows_the_first_picture_that_is_developed(self):
        story = make_published()
        illustrate(article=story, photo=Photo.objects.create(key="still-in-the-dark"))
        shown = illustrate(article=story).photo

        html = row(story)

        self.assertIn('class="story is-pictured"', html)
        self.assertIn(f"/files/{shown.key}/", html)

    def test_prints_no_markup_that_somebody_typed(self):
        story = make_published(headline="<b>1", kicker="<b>2", summary="<b>3", column=make_column(name="<b>4"))

        html = row(story, show_column=True)

        self.assertNotIn("<b>", html)
        self.assertEqual(html.count("&lt;b&gt;"), 4)

    def test_asks_the_database_nothing(self):
        story = make_published(column=make_column(), regions=[make_town()])
        illustrate(article=story)
        story = listed(story)

        with self.assertNumQueries(0):
            story_row(story, "h3", show_column=True, show_date=True)
