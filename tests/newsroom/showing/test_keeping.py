"""Every address of readers is kept, or says why not; and every kind of page is in the world of these tests."""

from django.test import SimpleTestCase

from pagecache.keeping import is_kept
from tests.newsroom.showing.met import KEPT, ShowingTestCase
from tests.newsroom.showing.pages import UNKEPT, addresses_in, rendered, views_of_readers


class EveryViewTests(SimpleTestCase):
    def test_is_kept_or_has_its_reason(self):
        kept = {name for name, view in views_of_readers().items() if is_kept(view)}

        self.assertEqual(set(views_of_readers()), kept | set(UNKEPT))
        self.assertEqual(kept & set(UNKEPT), set())


class EveryPageTests(ShowingTestCase):
    def test_is_in_this_world(self):
        self.assertEqual(set(addresses_in(self.world)) | set(UNKEPT), set(views_of_readers()))

    def test_is_there_and_reads_the_same_twice(self):
        again = rendered(self.paths)

        self.assertEqual(self.changed(again), set())
        self.assertEqual({path for path in self.paths if self.before[path].answer[0] not in KEPT}, set())
