from unittest import skipUnless

from django.db import connection
from django.test import TransactionTestCase

from articles.acting import Refusal
from articles.counting import wrong_counts
from articles.merging import merge, undo
from articles.publishing import withdraw
from bylines.models import Byline, Contributor, Merging
from tests.at_once import at_once
from tests.factories import make_contributor, make_published, make_user, reporter


@skipUnless(connection.features.has_select_for_update, "on SQLite one writes after the other anyway")
class MergingAtOnceTests(TransactionTestCase):
    def setUp(self):
        self.people = [make_contributor(name=name) for name in ("甲", "乙", "丙")]
        self.story = make_published(by=[reporter("甲"), reporter("乙"), reporter("丙")][:1])
        self.user = make_user()

    def again(self, person):
        return Contributor.objects.get(pk=person.pk)

    def test_of_the_same_two_is_done_once(self):
        one, other, _third = self.people

        done = at_once(*[lambda: merge(one, other, by=self.user)] * 2, refusals=Refusal)

        self.assertEqual(sorted(type(each).__name__ for each in done), ["Merging", "Refusal"])
        self.assertEqual(Merging.objects.count(), 1)

    def test_into_each_other_leaves_one_standing(self):
        one, other, _third = self.people

        done = at_once(lambda: merge(one, other), lambda: merge(other, one), refusals=Refusal)

        self.assertEqual(sorted(type(each).__name__ for each in done), ["Merging", "Refusal"])
        self.assertEqual(Contributor.objects.standing().filter(pk__in=[one.pk, other.pk]).count(), 1)

    def test_in_a_row_loses_no_credit(self):
        one, other, third = self.people

        at_once(lambda: merge(one, other), lambda: merge(other, third), refusals=Refusal)

        credited = Byline.objects.get(article=self.story).contributor
        self.assertEqual(credited.as_it_stands(), self.again(one).as_it_stands())
        self.assertEqual(wrong_counts(), [])

    def test_and_undoing_twice_undoes_once(self):
        one, other, _third = self.people
        merging = merge(one, other)

        done = at_once(*[lambda: undo(merging)] * 2, refusals=Refusal)

        self.assertEqual(sorted(type(each).__name__ for each in done), ["Refusal", "str"])
        self.assertEqual(Byline.objects.get(article=self.story).contributor_id, one.pk)

    def test_while_a_story_is_withdrawn_leaves_the_numbers_right(self):
        one, other, _third = self.people

        at_once(lambda: merge(one, other), lambda: withdraw(self.story, by=self.user), refusals=Refusal)

        self.assertEqual(wrong_counts(), [])
