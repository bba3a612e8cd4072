from datetime import timedelta

from django.db import connection, transaction
from django.test import TestCase
from django.utils import timezone

from articles.holding import hold
from articles.models import Article, Issue
from bylines.models import Byline
from desk.composed import Composed
from desk.models import User
from tests.factories import make_article, make_issue, make_user, reporter


def signed(article):
    return Byline.objects.filter(article=article).select_related("contributor")


class ComposedTests(TestCase):
    def test_answers_what_the_queryset_answers_for_each_value(self):
        composed, stories = Composed(signed), [make_article(by=[reporter("李凡"), reporter("何青")]), make_article()]

        for story in [*stories, *stories]:
            self.assertEqual(composed(story.pk), list(signed(story.pk)))
        self.assertEqual(len(composed.kept), 1)

    def test_brings_along_what_the_queryset_brings_along(self):
        story = make_article(by=[reporter("李凡")])

        with self.assertNumQueries(1):
            [byline] = Composed(signed)(story.pk)
            self.assertEqual(byline.contributor.name, "李凡")

    def test_takes_lists_of_any_length_and_keeps_the_short_ones(self):
        stories = [make_article().pk for _number in range(14)]
        composed = Composed(
            lambda keys: Article.objects.filter(pk__in=keys).order_by("pk").values_list("pk", flat=True)
        )

        for number in (1, 2, 3, 14, 0):
            self.assertEqual(composed(stories[:number]), stories[:number])
        self.assertEqual(len(composed.kept), 3)

    def test_takes_moments_and_texts(self):
        issue, now = make_issue(), timezone.now()
        Issue.objects.filter(pk=issue.pk).update(published_at=now)
        out = Composed(lambda edition, at: Issue.objects.filter(edition=edition, published_at__lte=at))

        self.assertEqual(out(issue.edition, now), [issue])
        self.assertEqual(out(issue.edition, now - timedelta(seconds=1)), [])
        self.assertEqual(out("extra", now), [])

    def test_refuses_a_value_that_is_no_part_of_the_statement(self):
        with self.assertRaises(ValueError):
            Composed(lambda key, most: Article.objects.filter(pk=key)[:most])(1, 2)

    def test_refuses_what_has_a_shape_of_its_own(self):
        with self.assertRaises(TypeError):
            Composed(lambda user: User.objects.filter(pk=user))(make_user())

    def test_holds_rows_within_a_transaction_alone(self):
        held = Composed(lambda key: hold(Article.objects.filter(pk=key)))
        story = make_article()

        with transaction.atomic():
            self.assertEqual(held(story.pk), [story])
        connection.in_atomic_block = False
        try:
            with self.assertRaises(transaction.TransactionManagementError):
                held(story.pk)
        finally:
            connection.in_atomic_block = True
