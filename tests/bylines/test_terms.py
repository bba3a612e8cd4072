from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.test import TestCase
from django.utils import timezone

from bylines.admin.filters import ending
from bylines.models import Contributor, Engagement, Term
from tests.factories import make_contributor

TODAY = date(2023, 3, 2)


def engaged(name, *terms):
    """terms: (first day, last day or None), counted from TODAY."""
    person = make_contributor(name=name)
    for since, until in terms:
        end = None if until is None else TODAY + timedelta(days=until)
        person.terms.create(since=TODAY + timedelta(days=since), until=end)
    return person


class EngagementTests(TestCase):
    def setUp(self):
        self.people = {
            Engagement.SERVING: [
                engaged("在任", (-10, None)),
                engaged("首日", (0, 5)),
                engaged("末日", (-5, 0)),
                engaged("续聘", (-20, -10), (-9, 3)),
            ],
            Engagement.COMING: [engaged("候任", (1, None)), engaged("再聘", (-20, -10), (4, 9))],
            Engagement.ENDED: [engaged("期满", (-9, -1))],
            Engagement.NONE: [engaged("未聘")],
        }

    def test_follows_from_the_terms_and_the_day(self):
        found = {kind: [person.engagement(TODAY) for person in people] for kind, people in self.people.items()}

        self.assertEqual(found, {kind: [kind] * len(people) for kind, people in self.people.items()})

    def test_is_the_same_when_the_database_is_asked(self):
        found = {kind: set(Contributor.objects.engaged_as(kind, TODAY)) for kind in Engagement}

        self.assertEqual(found, {kind: set(people) for kind, people in self.people.items()})

    def test_ends_soon_where_nothing_follows(self):
        self.assertEqual({person.name for person in ending(Contributor.objects.all(), TODAY)}, {"首日", "末日", "续聘"})

    def test_is_asked_by_todays_calendar(self):
        person = make_contributor(name="何青")
        person.terms.create(since=timezone.localdate(), until=timezone.localdate())

        self.assertEqual(person.engagement(), Engagement.SERVING)
        self.assertEqual(Contributor.objects.engaged_as(Engagement.SERVING).get(name="何青"), person)


class TermTests(TestCase):
    def test_does_not_end_before_it_begins(self):
        with self.assertRaises(IntegrityError), transaction.atomic():
            engaged("何青", (0, -1))

    def test_begins_once_on_a_day(self):
        person = engaged("何青", (0, 5))

        with self.assertRaises(IntegrityError), transaction.atomic():
            Term.objects.create(contributor=person, since=TODAY)
