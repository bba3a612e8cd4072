"""What is written for many at once."""

from django.test import TestCase, override_settings

from media.uploading import give_to_silent
from pagecache.models import Change
from tests.factories import illustrate, make_photo, make_published


class GivenToManyTests(TestCase):
    def test_a_caption_changes_the_stories_that_show_the_photo(self):
        photo, story = make_photo(caption=""), make_published()
        illustrate(article=story, photo=photo, alt="职工在比赛。")

        with override_settings(PAGE_CACHE="database"):
            give_to_silent([photo], caption="比武现场。")

        self.assertIn(f"article:{story.pk}", Change.objects.get().names.split())
