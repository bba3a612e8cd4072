from collections import Counter

from django.test import SimpleTestCase
from hypothesis import given

from fees.reckoning.correcting import Correction, Written, corrections
from fees.reckoning.sheets import reckon
from fees.reckoning.works import Piece
from tests.fees.reckoning.drawn import LAST, cards, plain_card, story, works, yuan


def written_from(lines):
    return [Written(key, line.work.piece, line.sharer.contributor, line.amount) for key, line in enumerate(lines, 100)]


def lines_of(*month, **fields):
    return reckon(month, [plain_card(**fields)], LAST).lines


class CorrectingTests(SimpleTestCase):
    def test_what_came_to_the_same_is_left_alone(self):
        self.assertEqual(
            corrections(written_from(lines_of(story(characters=900))), lines_of(story(characters=600))), []
        )

    def test_a_withdrawn_story_is_taken_back(self):
        (row,) = written = written_from(lines_of(story()))

        self.assertEqual(corrections(written, []), [Correction((row,), corrects=row.key)])

    def test_another_length_is_written_anew(self):
        (row,) = written = written_from(lines_of(story(characters=800)))
        (now,) = lines_of(story(characters=1200))

        self.assertEqual(corrections(written, [now]), [Correction((row,), now, row.key)])

    def test_a_name_that_was_forgotten_corrects_the_line_of_the_piece(self):
        (row,) = written = written_from(lines_of(story(7)))
        first, second = lines_of(story(7, 8))

        self.assertEqual(
            corrections(written, [first, second]), [Correction((row,), first, row.key), Correction((), second, row.key)]
        )

    def test_a_story_that_was_forgotten_corrects_no_line(self):
        (now,) = lines_of(story())

        self.assertEqual(corrections([], [now]), [Correction((), now, None)])

    def test_two_who_turn_out_to_be_one(self):
        """Both lines are that person's; together they came to what one line comes to now."""
        piece = Piece(1)
        then = [Written(1, piece, 7, yuan("50")), Written(2, piece, 7, yuan("50"))]

        self.assertEqual(corrections(then, lines_of(story(7))), [])

    @given(works, works, cards, cards)
    def test_afterwards_the_ledger_says_what_would_be_paid_today(self, then, today, old, new):
        written = written_from(reckon(then, [old], LAST).lines)
        now = reckon(today, [new], LAST).lines

        found = corrections(written, now)

        paid = Counter({row.key: row.amount for row in written})
        for correction in found:
            paid.subtract({row.key: row.amount for row in correction.takes_back})
        added = sum((one.line.amount for one in found if one.line), yuan("0"))
        self.assertEqual(sum(paid.values()) + added, sum((line.amount for line in now), yuan("0")))
        self.assertTrue(all(amount >= 0 for amount in paid.values()))
