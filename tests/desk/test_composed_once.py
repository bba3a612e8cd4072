from datetime import UTC, date, datetime, timedelta
from threading import Thread
from unittest import mock

from django.db import DEFAULT_DB_ALIAS, connection, router, transaction
from django.test import SimpleTestCase, TestCase, skipUnlessDBFeature
from django.utils import timezone, translation

from articles.models import Article, Issue
from desk.composed_once import Asked, Question
from desk.models import Desk, User
from tests.factories import make_article, make_issue, make_user

NAMED = Question(lambda names: Desk.objects.filter(name__in=names).order_by("name"))
UNNAMED = Question(lambda names: Desk.objects.exclude(name__in=names).order_by("pk"))
OF_KEY = Question(lambda desk: Desk.objects.filter(pk=desk))


class QuestionTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.desks = [Desk.objects.create(name=name) for name in ("工会", "要闻", "副刊")]
        cls.others = list(Desk.objects.exclude(pk__in=[desk.pk for desk in cls.desks]).order_by("pk"))
        cls.user = make_user()

    def test_gives_the_records_that_django_gives(self):
        self.assertEqual(NAMED.ask(names=["要闻", "工会"]), list(NAMED.rows(["要闻", "工会"])))
        self.assertEqual(NAMED.first(names=["副刊"]), self.desks[2])

    def test_finds_nothing_among_none_and_leaves_nothing_out(self):
        with self.assertNumQueries(0):
            self.assertEqual(NAMED.ask(names=[]), [])
            self.assertIsNone(NAMED.first(names=[]))
        self.assertEqual(UNNAMED.ask(names=[]), [*self.others, *self.desks])
        self.assertEqual(UNNAMED.ask(names=["要闻"]), [*self.others, self.desks[0], self.desks[2]])

    def test_takes_thousands_of_values(self):
        self.assertEqual(len(NAMED.ask(names=[*map(str, range(3000)), "副刊"])), 1)

    def test_composes_once(self):
        asked = []
        question = Question(lambda desk: asked.append(desk) or Desk.objects.filter(pk=desk))

        found = [question.first(desk=desk.pk) for desk in [*self.desks, *self.desks]]

        self.assertEqual(found, [*self.desks, *self.desks])
        self.assertLessEqual(len(asked), 2)  # whom to ask, and what

    def test_asks_django_for_what_is_no_plain_value(self):
        without = Question(lambda login: User.objects.filter(last_login=login).order_by("pk"))

        self.assertEqual(without.ask(login=None), list(User.objects.filter(last_login=None).order_by("pk")))
        self.assertEqual(NAMED.ask(names={"副刊"}), [self.desks[2]])
        self.assertEqual(OF_KEY.ask(desk=10**20), [])

    def test_takes_choices_ticks_days_and_moments_as_their_columns_have_them(self):
        issue, now = make_issue(on=date(2023, 3, 2)), datetime(2023, 3, 2, 6, tzinfo=UTC)
        Issue.objects.filter(pk=issue.pk).update(published_at=now)
        out = Question(lambda day, at: Issue.objects.filter(date=day, published_at__lte=at))
        active = Question(lambda tick: User.objects.filter(pk=self.user.pk, is_active=tick))

        self.assertEqual(out.ask(day=date(2023, 3, 2), at=now.astimezone(timezone.get_default_timezone())), [issue])
        self.assertEqual(out.ask(day=date(2023, 3, 2), at=now - timedelta(microseconds=1)), [])
        self.assertEqual(out.ask(day=date(2023, 3, 3), at=now), [])
        self.assertEqual((active.ask(tick=True), active.ask(tick=False)), ([self.user], []))

    def test_asks_the_router_each_time(self):
        OF_KEY.first(desk=self.desks[0].pk)

        with mock.patch.object(router, "db_for_read", return_value=DEFAULT_DB_ALIAS) as chosen:
            OF_KEY.first(desk=self.desks[1].pk)
        chosen.assert_called_once_with(Desk)

    def test_keeps_what_it_found_out_of_each_database_and_nobodys_connection(self):
        question = Question(lambda desk: Desk.objects.filter(pk=desk))
        question.first(desk=1)

        [(asked_of, statement)] = question.statements.items()

        self.assertEqual((asked_of, statement.alias), ((DEFAULT_DB_ALIAS, ()), DEFAULT_DB_ALIAS))
        self.assertNotIn(connection, vars(statement).values())

    def test_is_put_into_sql_by_several_threads_at_once(self):
        question, said = Question(lambda desk: Desk.objects.filter(name__in=["工会"], pk=desk)), []
        threads = [Thread(target=lambda: said.append(question.statement(DEFAULT_DB_ALIAS).sql)) for _number in range(4)]

        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        self.assertEqual((len(said), len(set(said))), (4, 1))

    @skipUnlessDBFeature("has_select_for_update")
    def test_holds_rows_within_a_transaction_alone(self):
        held = Question(lambda story: Article.objects.filter(pk=story).select_for_update())
        story = make_article()

        with transaction.atomic():
            self.assertEqual(held.ask(story=story.pk), [story])
        with (
            mock.patch.object(connection, "get_autocommit", return_value=True),
            self.assertRaises(transaction.TransactionManagementError),
        ):
            held.ask(story=story.pk)


class ComposingTests(SimpleTestCase):
    def refuses(self, rows, *, error=ValueError):
        with self.assertRaises(error):
            Question(rows).statement(DEFAULT_DB_ALIAS)

    def test_refuses_a_percent_sign_of_its_own(self):
        self.refuses(lambda: Desk.objects.extra(where=["name LIKE '%%s'"]))

    def test_refuses_a_value_that_stands_nowhere_or_is_read(self):
        self.refuses(lambda desk: Desk.objects.all())
        self.refuses(lambda desk: Desk.objects.filter(name=f"{desk}"), error=TypeError)
        self.refuses(lambda desks: Desk.objects.filter(pk__in=[*desks, 0]), error=TypeError)
        self.refuses(lambda most: Desk.objects.all()[:most], error=TypeError)

    def test_refuses_rows_of_other_kinds_and_what_is_asked_apart(self):
        self.refuses(lambda: Desk.objects.values("name"))
        self.refuses(lambda: Desk.objects.values_list("name", named=True))
        self.refuses(lambda: User.objects.prefetch_related("groups"))
        self.refuses(lambda: User(pk=1).notices.all())


class EveryQuestionTests(TestCase):
    def test_none_has_the_clock_its_zone_a_language_or_another_passing_value_in_it(self):
        self.client.get("/")  # all pages are there then
        later = timezone.now() + timedelta(days=400)

        for question in list(Question.every):
            with self.assertNumQueries(0):
                first = question.statement(DEFAULT_DB_ALIAS)
                with (
                    mock.patch("django.utils.timezone.now", return_value=later),
                    timezone.override("America/New_York"),
                    translation.override("en"),
                ):
                    second = question.statement(DEFAULT_DB_ALIAS)
            self.assertEqual((first.sql, constants(first)), (second.sql, constants(second)))


def constants(statement):
    return [param.name if isinstance(param, Asked) else str(param) for param in statement.params]
