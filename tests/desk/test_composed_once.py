from datetime import timedelta

from django.db.models import F
from django.test import TestCase
from django.utils import timezone

from desk.composed_once import Asked, Composed, Question
from desk.models import Desk, User
from tests.factories import make_user

NAMED = Question(lambda: Desk.objects.filter(name__in=[Asked("names")]).order_by("name"))
JOINED = Question(
    lambda: (
        User.objects.filter(date_joined__lte=Asked("now"))
        .annotate(since=F("date_joined"))
        .only("username")
        .order_by("pk")
    )
)
HOURS = Question(lambda: User.objects.filter(pk=Asked("user")).values_list("username", "date_joined", "is_active"))


class QuestionTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.desks = [Desk.objects.create(name=name) for name in ("工会", "要闻", "副刊")]
        cls.user = make_user()

    def test_gives_the_records_that_django_gives(self):
        self.assertEqual(NAMED.ask(names=["要闻", "工会"]), self.desks[:2])
        self.assertEqual(NAMED.first(names=["副刊"]), self.desks[2])

    def test_of_nothing_finds_nothing(self):
        self.assertEqual(NAMED.ask(names=[]), [])
        self.assertIsNone(NAMED.first(names=[]))

    def test_asks_with_the_clock_of_each_time(self):
        found = JOINED.ask(now=timezone.now())

        self.assertEqual([(user.pk, user.since) for user in found], [(self.user.pk, self.user.date_joined)])
        self.assertIn("email", found[0].get_deferred_fields())
        self.assertEqual(JOINED.ask(now=self.user.date_joined - timedelta(seconds=1)), [])

    def test_gives_values_as_tuples_with_the_types_of_their_fields(self):
        self.assertEqual(HOURS.ask(user=self.user.pk), [(self.user.username, self.user.date_joined, True)])

    def test_composes_once(self):
        asked = []
        question = Question(lambda: asked.append(1) or Desk.objects.filter(pk=Asked("desk")))

        self.assertEqual([question.first(desk=desk.pk) for desk in self.desks], self.desks)
        self.assertEqual(asked, [1])

    def test_refuses_a_percent_sign_of_its_own(self):
        with self.assertRaises(ValueError):
            Question(lambda: Desk.objects.extra(where=["name LIKE '%%s'"])).ask()

    def test_none_has_the_clock_or_another_passing_value_in_it(self):
        self.client.get("/")  # all of the readers' pages are there then

        for question in Question.every:
            first, second = Composed(question.rows()), Composed(question.rows())

            self.assertEqual(constants(first), constants(second))


def constants(composed):
    return [param.name if isinstance(param, Asked) else param for param in composed.params]
