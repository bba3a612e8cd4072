"""Every address of readers is kept, or says why not; and every kind of page is in the world of these tests."""

from django.test import SimpleTestCase

from pagecache.keeping import queries_of
from tests.newsroom.showing.met import KEPT, ShowingTestCase
from tests.newsroom.showing.pages import UNKEPT, addresses_in, rendered, views_of_readers


class EveryViewTests(SimpleTestCase):
    def test_is_kept_or_has_its_reason(self):
        kept = {name for name, view in views_of_readers().items() if queries_of(view) is not None}

        self.assertEqual(set(views_of_readers()), kept | set(UNKEPT))
        self.assertEqual(kept & set(UNKEPT), set())

    def test_is_kept_by_what_its_links_ask_for(self):
        by = {name: queries_of(view) or () for name, view in views_of_readers().items()}
        lists = {f"{kind}_page" for kind in ("region", "contributor", "column", "channel", "tag", "corrections")}
        machines = {name for name in by if name and name not in UNKEPT and name.endswith(("_feed", "map", "_index"))}
        machines -= {"feed_index", *(f"{kind}_index" for kind in ("region", "contributor", "column", "channel", "tag"))}

        self.assertEqual({name for name in by if "before" in by[name]}, lists)
        self.assertEqual({name for name in by if "zoom" in by[name]}, {"page_picture"})
        self.assertEqual(
            {name for name in by if name not in UNKEPT and "large" not in by[name]}, {*machines, "article_ninjs"}
        )


class EveryPageTests(ShowingTestCase):
    def test_is_in_this_world(self):
        self.assertEqual(set(addresses_in(self.world)) | set(UNKEPT), set(views_of_readers()))

    def test_is_there_and_reads_the_same_twice(self):
        again = rendered(self.paths)

        self.assertEqual(self.changed(again), set())
        self.assertEqual({path for path in self.paths if self.before[path].answer[0] not in KEPT}, set())
