from datetime import date

from django.test import SimpleTestCase

from fees.reckoning.cards import GradePay, Rate, card_on, whole_of
from fees.reckoning.works import Kind, Piece
from tests.fees.reckoning.drawn import FIRST, LAW, plain_card, story, yuan

ANY = Rate(1, Kind.STORY, yuan("100"), LAW)


def chosen(*rates, **fields):
    return plain_card(ANY, *rates).rate_for(story(**fields)).key


class ChoosingTests(SimpleTestCase):
    def setUp(self):
        self.genre = Rate(2, Kind.STORY, yuan("50"), genre=5)
        self.named = Rate(3, Kind.STORY, yuan("60"), page="副刊")
        self.labelled = Rate(4, Kind.STORY, yuan("70"), page="01")
        self.column = Rate(5, Kind.STORY, yuan("80"), column=9)
        self.all = [self.genre, self.named, self.labelled, self.column]

    def test_the_column_before_the_page_before_the_genre(self):
        self.assertEqual(chosen(*self.all, column=9, page="01", page_name="副刊", genre=5), 5)
        self.assertEqual(chosen(*self.all, page="01", page_name="副刊", genre=5), 4)
        self.assertEqual(chosen(*self.all, page="04", page_name="副刊", genre=5), 3)
        self.assertEqual(chosen(*self.all, genre=5), 2)
        self.assertEqual(chosen(*self.all), 1)

    def test_a_line_that_asks_for_two_before_one_that_asks_for_one(self):
        both = Rate(6, Kind.STORY, yuan("90"), column=9, genre=5)

        self.assertEqual(chosen(self.column, both, column=9, genre=5), 6)
        self.assertEqual(chosen(self.column, both, column=9), 5)

    def test_photos_have_lines_of_their_own(self):
        self.assertIsNone(plain_card(ANY).rate_for(story(piece=Piece(1, 3))))

    def test_the_card_of_the_day(self):
        cards = [plain_card(key=2, begins_on=date(2023, 3, 15)), plain_card(key=1)]

        days = [date(2023, 2, 28), FIRST, date(2023, 3, 14), date(2023, 3, 15)]
        self.assertEqual([getattr(card_on(cards, day), "key", None) for day in days], [None, 1, 1, 2])


class WholeTests(SimpleTestCase):
    def test_a_grade_multiplies_and_adds_and_the_cap_comes_last(self):
        card = plain_card(ANY, grades={1: GradePay(yuan("1.5"), yuan("20"))})
        capped = Rate(1, Kind.STORY, yuan("100"), LAW, most=yuan("160"))

        self.assertEqual(whole_of(story(grade=1), card, ANY).amount, yuan("170"))
        self.assertEqual(whole_of(story(grade=1), card, capped).amount, yuan("160"))
        self.assertEqual(whole_of(story(grade=2), card, ANY).amount, yuan("100"))

    def test_a_photo_is_paid_apiece_and_has_no_grade(self):
        card = plain_card(grades={1: GradePay(yuan("2"))})
        work = story(piece=Piece(1, 3), grade=1)

        self.assertEqual(whole_of(work, card, card.rate_for(work)).amount, yuan("30"))
