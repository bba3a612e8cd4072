from collections import Counter
from dataclasses import replace
from decimal import Decimal

from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from fees.reckoning.cards import Unpaid
from fees.reckoning.sheets import Why, reckon
from fees.reckoning.works import Piece, Sharer
from tests.fees.reckoning.drawn import FIRST, LAST, cards, plain_card, story, works, yuan


def paid(sheet):
    totals = Counter()
    for line in sheet.lines:
        totals[line.sharer.contributor] += line.amount
    return totals


class SheetTests(SimpleTestCase):
    def test_two_share_equally(self):
        sheet = reckon([story(7, 8)], [plain_card()], LAST)

        self.assertEqual(paid(sheet), {7: yuan("50"), 8: yuan("50")})

    def test_a_reporters_share_lapses_or_goes_to_the_others(self):
        shared = story(sharers=(Sharer(1, "reporter"), Sharer(7, "correspondent")))

        lapsing = reckon([shared], [plain_card()], LAST)
        given = reckon([shared], [plain_card(unpaid=Unpaid.TO_OTHERS)], LAST)

        self.assertEqual(
            [(line.share, line.amount, line.why) for line in lapsing.lines], [(50, 0, Why.NOT_PAID), (50, 50, "")]
        )
        self.assertEqual([line.amount for line in given.lines], [0, 100])

    def test_staff_alone_have_no_line(self):
        self.assertEqual(reckon([story(role="reporter")], [plain_card()], LAST).lines, ())

    def test_a_full_month_cuts_the_last_lines(self):
        month = [story(article=number, printed_on=FIRST.replace(day=number)) for number in (3, 1, 2)]

        sheet = reckon(month, [plain_card(most_a_month=yuan("150"))], LAST)

        self.assertEqual(
            [(line.work.piece.article, line.amount, line.why) for line in sheet.lines],
            [(1, 100, ""), (2, 50, Why.MONTH_FULL), (3, 0, Why.MONTH_FULL)],
        )

    def test_says_what_no_line_of_a_card_pays(self):
        photo = story(piece=Piece(1, 5))

        self.assertEqual(reckon([photo], [plain_card(plain_card().rates[0])], LAST).without_rate, (photo,))
        self.assertEqual(reckon([photo], [], LAST).without_rate, (photo,))


class PropertyTests(SimpleTestCase):
    """Of any month under any card."""

    @given(works, cards)
    def test_no_line_is_lost(self, month, card):
        sheet = reckon(month, [card], LAST)

        paying = [work for work in month if any(card.pays(sharer) for sharer in work.sharers)]
        wanted = {(work.piece, sharer.contributor) for work in paying for sharer in work.sharers}
        self.assertEqual(Counter(line.key for line in sheet.lines), Counter(wanted))
        self.assertEqual(sheet.without_rate, ())

    @given(works, cards)
    def test_the_shares_of_a_piece_are_its_whole(self, month, card):
        shares, wholes = Counter(), {}
        for line in reckon(month, [card], LAST).lines:
            shares[line.work.piece] += line.share
            wholes[line.work.piece] = line.whole.amount

        self.assertEqual(shares, wholes)

    @given(works, cards)
    def test_what_is_paid_is_what_was_shared_less_what_is_said(self, month, card):
        for line in reckon(month, [card], LAST).lines:
            self.assertLessEqual(line.amount, line.share)
            self.assertEqual(line.amount != line.share, bool(line.why) and line.share > line.amount)
            self.assertEqual(line.amount, line.amount.quantize(Decimal("0.01")))

    @given(works, cards, st.randoms())
    def test_the_order_in_which_works_come_does_not_matter(self, month, card, chance):
        shuffled = list(month)
        chance.shuffle(shuffled)

        self.assertEqual(reckon(shuffled, [card], LAST), reckon(month, [card], LAST))

    @given(works, cards)
    def test_nobody_gets_more_than_a_month_allows(self, month, card):
        if card.most_a_month is not None:
            for amount in paid(reckon(month, [card], LAST)).values():
                self.assertLessEqual(amount, card.most_a_month)

    @given(works, cards)
    def test_no_piece_costs_more_than_its_line_allows(self, month, card):
        for line in reckon(month, [card], LAST).lines:
            if line.rate.most is not None:
                self.assertLessEqual(line.whole.amount, line.rate.most)

    @given(works, cards)
    def test_one_work_more_takes_from_nobody(self, month, card):
        before, after = paid(reckon(month[1:], [card], LAST)), paid(reckon(month, [card], LAST))

        self.assertTrue(all(after[person] >= amount for person, amount in before.items()))

    @given(works, cards, st.integers(0, 3000))
    def test_a_longer_story_costs_no_less(self, month, card, more):
        card = replace(card, most_a_month=None)
        longer = [replace(work, characters=work.characters + more, lines=work.lines + more) for work in month]

        wholes = [
            {line.key: line.whole.amount for line in reckon(some, [card], LAST).lines} for some in (month, longer)
        ]
        self.assertTrue(all(wholes[1][key] >= amount for key, amount in wholes[0].items()))
