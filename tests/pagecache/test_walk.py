"""
A walk through the newsroom: acts of the desk in an order that nobody thought of, one on top of the other, and the clock
going on; after each of them kept pages read as pages made anew. WALK_SEED=… goes another way, WALK_STEPS=… further.
"""

import os
import random
import time
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from types import SimpleNamespace
from unittest.mock import patch

from django.core.exceptions import ObjectDoesNotExist
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from django.test import Client, TestCase

from articles.acting import Refusal
from pagecache.front import figures
from tests.factories import make_user
from tests.newsroom.showing.changes import CHANGES
from tests.newsroom.showing.met import as_stored
from tests.newsroom.showing.pages import addresses_in
from tests.newsroom.showing.world import NOW, at, make_world
from tests.pagecache.reader import Reader, kept_pages

SEED, STEPS = int(os.environ.get("WALK_SEED", "7")), int(os.environ.get("WALK_STEPS", "9"))
PAGES = 12
PASSING = [timedelta(0), timedelta(0), timedelta(minutes=5), timedelta(hours=9)]
# What another act before it has made impossible.
IN_VAIN = (Refusal, ObjectDoesNotExist, AssertionError)


@contextmanager
def clock(moment):
    ticking = SimpleNamespace(time=moment.timestamp, monotonic=time.monotonic)
    with ExitStack() as clocks:
        for each in (at(moment), patch("pagecache.log.time", ticking), patch("pagecache.pages.time", ticking)):
            clocks.enter_context(each)
        yield


class WalkTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.world = make_world()
        cls.paths = [path for paths in addresses_in(cls.world).values() for path in paths]
        cls.user = make_user(is_superuser=True)

    def setUp(self):
        self.enterContext(kept_pages(ROOT_URLCONF="newsroom.urls"))
        self.readers = [Reader(), Reader()]
        self.anybody = Client(headers={"host": "localhost"})

    def test_no_kept_page_is_older_than_what_the_desk_did(self):
        chance, now, done = random.Random(SEED), NOW, []
        paths = chance.sample(self.paths, PAGES)
        for _step in range(STEPS):
            now += chance.choice(PASSING)
            with clock(now):
                done.append((str(now), self.act(chance.choice(sorted(CHANGES)))))
                for path in paths:
                    self.assertEqual(self.kept(path, chance), self.made_anew(path), f"{path} after {done}")

        self.assertGreater(figures(self.readers[0].front.pages)["hit_rate"], 0.3)

    def act(self, name):
        self.client.force_login(self.user)  # whom the clock would sign out
        try:
            with self.captureOnCommitCallbacks(execute=True), transaction.atomic():
                CHANGES[name](SimpleNamespace(client=self.client, world=as_stored(self.world)))
        except IN_VAIN as problem:
            return f"{name}: {problem!r}"
        return name

    def kept(self, path, chance):
        for signal in (request_started, request_finished):
            signal.disconnect(close_old_connections)  # which Django's client connects after each of its requests
        answer = chance.choice(self.readers).get(path)
        return answer.status, answer.body

    def made_anew(self, path):
        answer = self.anybody.get(path)
        return answer.status_code, answer.content
