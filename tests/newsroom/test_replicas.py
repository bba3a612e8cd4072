"""Readers' requests on replicas. A real one, streaming, has tests of its own; here nobody but the choice is proved."""

from unittest import mock

from django.db import OperationalError, router
from django.http import HttpResponse
from django.test import RequestFactory, TestCase

from articles.models import Column
from desk.reading import reading
from newsroom.backups.aliases import alias_of
from newsroom.replicas import choosing
from newsroom.replicas.marking import from_a_replica
from newsroom.replicas.middleware import ReplicaMiddleware
from newsroom.replicas.routing import CHOSEN, Router, reading_from
from pagecache.keeping import kept
from pagecache.log import Mark

ALIAS = "replica_1"


def marked(number, is_waiting=False):
    return Mark(number, "v1", is_waiting, 0)


def asked(request):
    return HttpResponse(f"{Column.objects.all().db} {reading().alias}")


class ReplicaTestCase(TestCase):
    def setUp(self):
        self.enterContext(alias_of(ALIAS))
        routers = ["newsroom.replicas.routing.Router"]
        self.enterContext(self.settings(REPLICAS={ALIAS: {}}, DATABASE_ROUTERS=routers, DATABASE_REPLICA_LAG=5))
        self.replica_says(12, "v1", True)
        self.primary_says(12)

    def replica_says(self, *row, **how):
        self.looked = self.enterContext(mock.patch.object(choosing, "look", **how or {"return_value": row}))

    def primary_says(self, number, is_waiting=False):
        mark = marked(number, is_waiting)
        self.enterContext(mock.patch("newsroom.replicas.middleware.look", return_value=mark))

    def ask(self, view=asked, method="get", middleware=None, **headers):
        request = getattr(RequestFactory(), method)("/", **headers)
        middleware = middleware or ReplicaMiddleware(lambda request: self.through(middleware, view, request))
        return self.through(middleware, view, request)

    def through(self, middleware, view, request):
        """As Django goes through a middleware and its view."""

        def inside(request):
            middleware.process_view(request, view, (), {})
            try:
                return view(request)
            except Exception as problem:
                answer = middleware.process_exception(request, problem)
                if answer is None:
                    raise
                return answer

        middleware.get_response = inside
        return middleware(request).content.decode()


class ReadersTests(ReplicaTestCase):
    def test_a_page_to_be_kept_and_a_search_are_made_from_a_replica(self):
        self.assertEqual(self.ask(kept(asked)), f"{ALIAS} {ALIAS}")
        self.assertEqual(self.ask(from_a_replica(asked)), f"{ALIAS} {ALIAS}")
        self.assertEqual(CHOSEN.get(), "default")

    def test_all_else_is_made_from_the_primary(self):
        page = kept(asked)

        self.assertEqual(self.ask(asked), "default default")
        self.assertEqual(self.ask(page, method="post"), "default default")
        self.assertEqual(self.ask(page, HTTP_COOKIE="sessionid=x"), "default default")
        self.assertEqual(self.ask(page, HTTP_AUTHORIZATION="Basic eA=="), "default default")

    def test_a_replica_that_lacks_what_the_log_knew_is_not_asked(self):
        self.replica_says(11, "v1", True)

        self.assertEqual(self.ask(kept(asked)), "default default")

    def test_nor_one_that_knows_another_record_of_the_paper(self):
        self.replica_says(12, "v0", True)

        self.assertEqual(self.ask(kept(asked)), "default default")

    def test_while_a_change_waits_to_be_applied_the_primary_is_asked(self):
        self.primary_says(12, is_waiting=True)

        self.assertEqual(self.ask(kept(asked)), "default default")

    def test_what_was_written_is_read_where_it_was_written(self):
        def writing(request):
            Column.objects.create(name="团结", slug="unity")
            return asked(request)

        self.assertEqual(self.ask(kept(writing)), "default default")

    def test_rows_that_are_held_are_the_primarys(self):
        def holding(request):
            return HttpResponse(Column.objects.select_for_update().db)

        self.assertEqual(self.ask(kept(holding)), "default")


class ReplicaThatLeavesTests(ReplicaTestCase):
    def test_a_page_begun_there_is_made_again_from_the_primary(self):
        def falling(request):
            if Column.objects.all().db == ALIAS:
                raise OperationalError("server closed the connection unexpectedly")
            return asked(request)

        middleware = ReplicaMiddleware(None)
        with self.assertLogs("newsroom.replicas.choosing", "WARNING"):
            self.assertEqual(self.ask(kept(falling), middleware=middleware), "default default")
        self.assertEqual(self.ask(kept(asked), middleware=middleware), "default default")
        self.assertEqual(self.looked.call_count, 1)

    def test_an_error_of_the_primarys_is_an_error(self):
        def broken(request):
            raise OperationalError("no such table")

        with self.assertRaises(OperationalError):
            self.ask(broken)

    def test_while_the_primary_is_away_one_is_asked_that_had_all_it_knew(self):
        middleware = ReplicaMiddleware(None)
        self.ask(kept(asked), middleware=middleware)
        self.enterContext(mock.patch("newsroom.replicas.middleware.look", side_effect=OperationalError("away")))

        self.assertEqual(self.ask(kept(asked), middleware=middleware), f"{ALIAS} {ALIAS}")
        self.replica_says(11, "v1", True)
        self.assertEqual(self.ask(kept(asked), middleware=middleware), "default default")

    def test_one_that_is_away_is_left_alone_for_a_while(self):
        self.replica_says(side_effect=OperationalError("connection refused"))
        replica = choosing.Replica(ALIAS)

        with self.assertLogs("newsroom.replicas.choosing", "WARNING") as said:
            answers = [replica.has(marked(12)) for _reader in range(3)]
        self.assertEqual((answers, self.looked.call_count), ([False] * 3, 1))
        self.assertIn("connection refused", said.output[0])

        self.replica_says(12, "v1", True)
        with mock.patch.object(choosing.time, "monotonic", return_value=replica.rests_until):
            self.assertTrue(replica.has(marked(12)))

    def test_one_that_goes_on_lacking_something_is_left_alone_too(self):
        replica = choosing.Replica(ALIAS)
        with mock.patch.object(choosing.time, "monotonic", side_effect=[100, 100, 104, 104, 106, 106, 106]):
            self.assertEqual((replica.has(marked(13)), replica.has(marked(13))), (False, False))
            self.assertEqual(replica.rests_until, 0)
            with self.assertLogs("newsroom.replicas.choosing", "WARNING"):
                self.assertFalse(replica.has(marked(13)))
            self.assertEqual(replica.rests_until, 116)

    def test_one_that_has_caught_up_begins_anew(self):
        replica = choosing.Replica(ALIAS)
        self.assertEqual((replica.has(marked(13)), replica.has(marked(12))), (False, True))

        self.assertIsNone(replica.lacking_since)

    def test_a_server_that_was_promoted_is_left_alone(self):
        self.replica_says(12, "v1", False)
        with self.assertLogs("newsroom.replicas.choosing", "WARNING"):
            self.assertFalse(choosing.Replica(ALIAS).has(marked(12)))

    def test_while_one_thread_finds_out_the_others_do_not_wait(self):
        replica = choosing.Replica(ALIAS)
        with replica.looking:
            self.assertFalse(replica.has(marked(12)))
        self.assertTrue(replica.has(marked(12)))

    def test_several_take_turns(self):
        with self.settings(REPLICAS={"a": {}, "b": {}}):
            replicas = choosing.Replicas(["a", "b"])
            self.assertEqual([replicas.one_with(marked(12)) for _reader in range(3)], ["a", "b", "a"])


class RouterTests(ReplicaTestCase):
    def test_a_record_from_a_replica_is_saved_on_the_primary(self):
        column = Column(name="团结", slug="unity")
        column._state.db = ALIAS
        with reading_from(ALIAS):
            self.assertEqual(router.db_for_write(Column, instance=column), "default")
            self.assertEqual(CHOSEN.get(), "default")
        saved = Column()
        saved._state.db = "default"
        self.assertIs(Router().allow_relation(column, saved), True)

    def test_a_record_of_a_backup_stays_with_it(self):
        column = Column()
        column._state.db = "backup"

        self.assertEqual(router.db_for_read(Column, instance=column), "backup")
        self.assertEqual(router.db_for_write(Column, instance=column), "backup")

    def test_nothing_is_migrated_on_a_replica(self):
        self.assertIs(Router().allow_migrate(ALIAS, "articles"), False)
        self.assertIsNone(Router().allow_migrate("default", "articles"))
