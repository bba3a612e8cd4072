from inspect import signature

from django.db.models import F
from django.db.models.query import get_related_populators
from django.test import SimpleTestCase, TestCase
from django.utils import timezone

from bylines.models import Byline
from desk.composed_once import Question
from desk.models import User
from tests.factories import make_article, make_user, reporter

JOINED = Question(
    lambda now: (
        User.objects.filter(date_joined__lte=now).annotate(since=F("date_joined")).only("username").order_by("pk")
    )
)
SIGNED = Question(
    lambda story: Byline.objects.filter(article=story).select_related("contributor__region", "article", "photo")
)
HOURS = Question(lambda user: User.objects.filter(pk=user).values_list("username", "date_joined", "is_active"))
NAMES = Question(
    lambda users: (
        User.objects.filter(pk__in=users).order_by("date_joined").values_list("username", flat=True).distinct()
    )
)
HOUR = User.objects.order_by().values_list("pk", "date_joined")
BOTH = Question(lambda one, other: HOUR.filter(pk=one).union(HOUR.filter(pk=other)))


class RowsTests(TestCase):
    """What Django itself makes of the same rows stands on the other side."""

    @classmethod
    def setUpTestData(cls):
        cls.user, cls.other = make_user(), make_user()
        cls.story = make_article(by=[reporter("李凡"), reporter("何青")])

    def test_records_are_as_django_makes_them(self):
        now = timezone.now()

        found, own = JOINED.ask(now=now), list(JOINED.rows(now))

        self.assertEqual([shown(user) for user in found], [shown(user) for user in own])
        self.assertEqual(found[0].since, self.user.date_joined)
        self.assertIn("email", found[0].get_deferred_fields())

    def test_those_that_come_along_are_as_django_has_them_nothing_too(self):
        with self.assertNumQueries(2):
            found, own = SIGNED.ask(story=self.story.pk), list(SIGNED.rows(self.story.pk))
            self.assertEqual([shown(byline) for byline in found], [shown(byline) for byline in own])
        self.assertIsNone(found[0].photo)

    def test_tuples_and_single_values_have_the_types_of_their_fields(self):
        self.assertEqual(HOURS.ask(user=self.user.pk), [(self.user.username, self.user.date_joined, True)])
        self.assertEqual(NAMES.ask(users=[self.other.pk, self.user.pk]), [self.user.username, self.other.username])
        self.assertCountEqual(
            BOTH.ask(one=self.user.pk, other=self.other.pk),
            [(user.pk, user.date_joined) for user in (self.user, self.other)],
        )


class DjangosOwnTests(SimpleTestCase):
    def test_still_has_what_is_read_of_it(self):
        """Where this fails after an upgrade, desk/composed_rows.py is to be read against django/db/models/query.py."""
        compiler = Byline.objects.select_related("article").query.get_compiler("default")
        compiler.as_sql()

        self.assertEqual(list(signature(get_related_populators).parameters), ["klass_info", "select", "db"])
        self.assertEqual(len(compiler.select), compiler.col_count)
        self.assertEqual(compiler.annotation_col_map, {})
        self.assertLessEqual({"model", "select_fields", "related_klass_infos"}, compiler.klass_info.keys())


def shown(record):
    """All that is in it, with those that came along."""
    kept = {name: value for name, value in vars(record).items() if name != "_state"}
    along = {name: other and shown(other) for name, other in record._state.fields_cache.items()}
    return type(record), kept, record._state.db, record._state.adding, along
