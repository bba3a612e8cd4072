import os
from contextlib import suppress
from unittest import mock

import redis
from django.test import override_settings

from articles.models import Column
from pagecache.redis import RedisShelf
from pagecache.shelves import shelf, shelf_named
from tests.pagecache.reader import Reader
from tests.pagecache.rooms import HELD_UP, RENDERED
from tests.pagecache.test_kept_pages import KeptTestCase
from tests.servers import programs
from tests.servers.redis import NAME, temporary_redis


class RedisTestCase(KeptTestCase):
    @classmethod
    def setUpClass(cls):
        programs.demand(NAME, "the tests of the shelf in Redis")
        super().setUpClass()
        cls.server = cls.enterClassContext(temporary_redis())

    def setUp(self):
        super().setUp()
        if self.server.process.poll() is not None:
            self.server.start()
        self.client = redis.Redis(port=self.server.port)
        self.addCleanup(self.client.close)
        self.client.flushall()
        self.enterContext(override_settings(PAGE_CACHE="redis", REDIS_URL=self.server.url))
        # Whoever else is at work on the machine, a Redis that runs is not taken for one that is away.
        self.enterContext(mock.patch("pagecache.redis.PATIENCE", 30))
        shelf_named.cache_clear()
        self.addCleanup(shelf_named.cache_clear)
        self.addCleanup(lambda: shelf().client.close())
        self.reader = Reader()  # begun with these settings

    def name_in(self, reader):
        return reader.get(self.address).text[:4]

    def asked_again(self):
        """The pause after a silence is over."""
        shelf().asks_again_at = 0


class RedisShelfTests(RedisTestCase):
    def test_a_page_is_rendered_once_for_all_processes(self):
        self.assertEqual([self.name_in(Reader()) for _process in range(3)], ["团结奋斗"] * 3)

        self.assertEqual(self.rendered, 1)

    def test_a_change_drops_what_shows_it_and_nothing_else(self):
        with self.captureOnCommitCallbacks(execute=True):
            other = Column.objects.create(name="劳动者", slug="labour")
        for address in (self.address, f"/columns/{other.pk}/"):
            self.reader.get(address)

        self.rename("枫桥经验")

        self.assertEqual(len(self.client.keys("newsroom:page:*")), 1)
        self.assertEqual([self.name_in(reader) for reader in (self.reader, Reader())], ["枫桥经验"] * 2)
        Reader().get(f"/columns/{other.pk}/")
        self.assertEqual((self.rendered, RENDERED[other.pk]), (2, 1))

    def test_a_page_goes_with_its_time_and_so_does_what_is_known_of_it(self):
        self.reader.get(self.address)

        keys = self.client.keys("newsroom:*")
        self.assertEqual(len(keys), 2)
        self.assertTrue(all(0 < self.client.ttl(key) <= 3600 for key in keys))

    def test_a_page_that_changed_while_it_was_rendered_is_not_kept(self):
        def while_it_renders(pk):
            HELD_UP.remove(while_it_renders)
            self.rename("枫桥经验")

        HELD_UP.append(while_it_renders)
        self.addCleanup(lambda: HELD_UP.clear())
        self.reader.get(self.address)

        self.assertEqual(self.client.keys("newsroom:page:*"), [])
        self.assertEqual(self.name_in(Reader()), "枫桥经验")

    def test_one_renders_and_the_others_wait(self):
        mine, others = RedisShelf(), RedisShelf()

        self.assertEqual([mine.take_turn("k"), others.take_turn("k"), others.has_turn("k")], [True, False, True])
        others.end_turn("k")
        self.assertTrue(mine.has_turn("k"))
        mine.end_turn("k")
        self.assertTrue(others.take_turn("k"))

    def test_what_somebody_else_wrote_there_or_half_of_it_is_no_page(self):
        self.name_in(Reader())
        for key in self.client.scan_iter("newsroom:page:*"):
            whole = self.client.get(key)
            for said in (b"", b"x", b"7", b"7\n{", b"7\n[]\n", b"7\n1\n", whole[: len(whole) // 4]):
                with self.subTest(said):
                    self.client.set(key, said)
                    self.assertEqual(self.name_in(Reader()), "团结奋斗")

    def test_is_emptied_of_pages_and_leaves_what_is_not_ours(self):
        self.reader.get(self.address)
        self.client.set("somebody", "else")

        shelf().empty()

        self.assertEqual(self.client.keys("*"), [b"somebody"])


class RedisAwayTests(RedisTestCase):
    def test_pages_are_rendered_and_kept_in_memory_meanwhile(self):
        self.server.stop()

        self.assertEqual([self.name_in(self.reader) for _request in range(3)], ["团结奋斗"] * 3)
        self.assertEqual(self.rendered, 1)

    def test_an_act_goes_on_and_what_comes_back_with_old_knowledge_serves_nothing_old(self):
        self.reader.get(self.address)
        self.client.save()
        self.server.stop()
        self.rename("枫桥经验")
        self.server.start()
        self.asked_again()

        self.assertEqual(len(redis.Redis(port=self.server.port).keys("newsroom:page:*")), 1)
        self.assertEqual([self.name_in(reader) for reader in (self.reader, Reader())], ["枫桥经验"] * 2)

    def test_what_comes_back_empty_is_filled_again(self):
        self.reader.get(self.address)
        self.server.stop()
        with suppress(FileNotFoundError):
            os.remove(self.server.folder / "dump.rdb")
        self.server.start()

        self.assertEqual([self.name_in(Reader()), self.name_in(Reader())], ["团结奋斗"] * 2)
        self.assertEqual(self.rendered, 2)

    def test_is_asked_no_more_for_a_while_after_a_silence(self):
        self.server.stop()
        self.reader.get(self.address)

        with self.assertNoLogs("pagecache.redis", "WARNING"):
            Reader().get(self.address)
