"""What an operator sees of kept pages."""

from pagecache.changing import changed
from pagecache.front import figures_of_process
from pagecache.tally import figures, figures_of_all
from tests.pagecache.reader import Reader, kept_pages
from tests.pagecache.test_kept_pages import KeptTestCase


class TallyTests(KeptTestCase):
    def figures(self, *names, of=None):
        found = figures((of or self.reader).front.pages)
        return tuple(found[name] for name in names)

    def test_tells_hits_from_misses(self):
        for _time in range(4):
            self.reader.get(self.address)
        for address in ("/open/", "/columns/99999/"):
            self.reader.get(address)

        self.assertEqual(self.figures("hits_in_memory", "hits_on_the_shelf", "misses", "kept"), (3, 0, 2, 1))
        self.assertEqual(self.figures("hit_rate"), (0.6,))

    def test_a_page_that_another_process_made_is_a_hit(self):
        self.reader.get(self.address)
        other = Reader()
        other.get(self.address)

        self.assertEqual(self.figures("hits_on_the_shelf", "misses", "pages_in_memory", of=other), (1, 0, 1))

    def test_counts_what_was_dropped(self):
        self.reader.get(self.address)
        self.rename("枫桥经验")
        changed(("column", self.column.pk + 1))
        self.reader.get(self.address)

        self.assertEqual(self.figures("dropped", "misses", "kept", "pages_in_memory"), (1, 2, 2, 1))

    def test_nobody_has_a_rate_before_anybody_asked(self):
        self.assertEqual(self.figures("hit_rate"), (None,))

    def test_the_process_tells_its_own(self):
        self.reader.get(self.address)

        self.assertEqual(figures_of_process()["misses"], 1)

    def test_what_all_processes_share_is_told_beside_it(self):
        self.reader.get(self.address)
        changed(("column", self.column.pk + 1))

        found = figures_of_all()

        self.assertGreater(found.pop("bytes_on_the_shelf"), 100)
        self.assertEqual(found, {"pages_on_the_shelf": 1, "changes_waiting": 1, "changes_ever": 0})

    def test_with_the_cache_off_there_is_nothing_to_tell(self):
        with kept_pages(PAGE_CACHE="off"):
            self.assertEqual(figures_of_all()["pages_on_the_shelf"], 0)
