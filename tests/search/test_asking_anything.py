from datetime import timedelta

from django.test import TestCase
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as HypothesisTestCase

from search.asking import Question, ask
from search.desk_asking import AT_LAST, ask_desk
from search.entering import enter, leave
from search.models import Frequency, OutEntry
from search.places import place_for
from search.sheets import Sheet
from search.shelves import DESK, OUT
from search.spans import spans
from search.wanted import Wanted
from tests.factories import make_published

NOW = timezone.now() - timedelta(hours=1)
ODD = st.text(st.sampled_from("工会清凉aB5\"'“”*^:(){}[]+-|&!<>~%_\\;,.，。 \x00\n\ud800İ㊀𠀀"), max_size=30)
quick = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


class AskingAnythingTests(HypothesisTestCase):
    @quick
    @given(ODD, ODD)
    def test_no_words_break_the_question(self, words, token):
        ask(Question(words, tokens=(token,) if token else ()))

    @quick
    @given(ODD, st.text(max_size=30), st.text(max_size=170))
    def test_every_story_is_found_by_its_words(self, head, first, rest):
        """By whole ones: half of a long number is another number."""
        enter([Sheet(1, head, f"{first} {rest}", published_at=NOW), Sheet(2, "会议", "别的", published_at=NOW)])

        for words in (head.replace('"', " ").replace("“", " ").replace("”", " "), first.replace('"', " ")):
            found = ask(Question(f'"{words}"'))
            self.assertTrue(not found.terms or 1 in found.keys, ascii(words))

        leave([1, 2])
        self.assertEqual(ask(Question(head)).count, 0)


class PlaceTests(TestCase):
    def test_rises_with_publication_whatever_came_first(self):
        new, old = make_published(at=NOW), make_published(at=NOW - timedelta(days=9000))

        self.assertEqual(ask(Question("工会")).keys, [new.pk, old.pk])

    def test_gives_way_where_it_is_taken(self):
        keys = [1, 1025, 2049, 2]
        enter([Sheet(key, "工会", "", published_at=NOW) for key in keys])
        enter([Sheet(3073, "工会", "", published_at=NOW)])

        places = dict(OutEntry.objects.values_list("key", "place"))
        self.assertEqual(sorted(places), [1, 2, 1025, 2049, 3073])
        self.assertEqual(sorted(ask(Question("工会")).keys), sorted(places))
        self.assertEqual(min(places.values()), place_for(NOW, 1))

    def test_stays_when_the_words_change(self):
        enter([Sheet(7, "工会", "", published_at=NOW)])
        before = OutEntry.objects.get().place

        enter([Sheet(7, "法院", "", published_at=NOW)])

        self.assertEqual(OutEntry.objects.get().place, before)
        self.assertEqual((ask(Question("工会")).keys, ask(Question("法院")).keys), ([], [7]))

    def test_is_on_one_shelf_alone(self):
        enter([Sheet(7, "工会", "", published_at=NOW)])
        enter([Sheet(7, "工会", "")])

        self.assertFalse(OUT.entries.objects.exists())
        self.assertEqual(DESK.entries.objects.get().key, 7)


class SpanTests(TestCase):
    """How PostgreSQL is asked for what many stories have."""

    def test_asks_at_once_for_what_few_stories_have(self):
        self.assertEqual(len(list(spans(OUT, Wanted(NOW, tokens=("店口",)), 20))), 1)

    def test_asks_for_ever_more_of_what_many_have(self):
        enter([Sheet(key, "工会", "", published_at=NOW - timedelta(days=400 * key)) for key in range(9)])
        Frequency.objects.bulk_create([Frequency(token="*", share=1e6), Frequency(token="工会", share=0.6)])

        asked = list(spans(OUT, Wanted(NOW, tokens=("工会",)), 20))

        ends = [end for _first, end, _months in asked]
        self.assertEqual(ends, sorted(ends, reverse=True))
        self.assertEqual([first for first, _end, _months in asked][:-1], ends[1:])
        self.assertTrue(all(months for *_places, months in asked))
        self.assertEqual(ask(Question("工会")).keys, list(range(9)))

    def test_asks_for_the_rest_at_once_of_what_not_so_many_have(self):
        enter([Sheet(key, "工会", "", published_at=NOW - timedelta(days=400 * key)) for key in range(9)])
        Frequency.objects.bulk_create([Frequency(token="*", share=1e4), Frequency(token="工会", share=0.6)])

        (newest, _end, months), rest = spans(OUT, Wanted(NOW, tokens=("工会",)), 20)

        self.assertTrue(months)
        self.assertEqual(rest[1:], (newest, ()))
        self.assertEqual(ask(Question("工会")).keys, list(range(9)))

    def test_lets_the_desk_ask_for_all_that_is_to_come(self):
        enter([Sheet(key, "工会", "", published_at=NOW + timedelta(days=40 * key)) for key in range(9)])
        Frequency.objects.bulk_create([Frequency(token="*", share=1e6), Frequency(token="工会", share=0.6)])

        self.assertEqual(len(list(spans(OUT, Wanted(AT_LAST, tokens=("工会",)), 20))), 3)
        self.assertEqual(ask_desk("工会", most=20), [*reversed(range(9))])
