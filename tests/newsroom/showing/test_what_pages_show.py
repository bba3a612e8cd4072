"""
For each kind of change: which of all pages read differently afterwards, and which kept ones were dropped. The same,
whatever the change: nothing old is shown, and nothing is dropped in vain but what OVER names, with its reason.
"""

from django.db import transaction

from articles.counting import recount
from articles.models import ListingCount
from tests.newsroom.showing.changes import CHANGES
from tests.newsroom.showing.met import ShowingTestCase
from tests.newsroom.showing.pages import rendered


class WhatPagesShowTests(ShowingTestCase):
    def test_exactly_the_pages_that_change_are_dropped(self):
        for name, act in CHANGES.items():
            with self.subTest(name), transaction.atomic():
                self.act(act)
                changed, dropped = self.changed(self.rendered_anew()), self.dropped()
                transaction.set_rollback(True)
                in_vain = {path for path in dropped - changed if self.in_vain(path)}
                self.assertEqual((changed - dropped, in_vain), (set(), set()))

    def test_also_where_numbers_are_put_right(self):
        ListingCount.objects.create(kind="column", key=str(self.world.column.pk), stories=3)
        self.before = rendered(self.paths)

        self.act(lambda test: recount())

        self.assertEqual(self.changed(rendered(self.paths)), self.dropped())
