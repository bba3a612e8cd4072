"""Equal parts of a story and of a photo, which always add up to the whole."""

from collections import defaultdict
from fractions import Fraction
from unittest import TestCase

from hypothesis import given
from hypothesis import strategies as st

from articles.models.printed import BESIDE_THE_WRITERS
from articles.shares import shares_of_photo, shares_of_story
from bylines.credits import AUTHOR, CORRESPONDENT, EDITOR, PHOTOGRAPHER, REPORTER, ROLES

CREDITS = st.lists(st.tuples(st.integers(1, 12), st.sampled_from(ROLES)), max_size=14)
LI, ZHOU, WANG, HE = range(1, 5)


def of_all(shares):
    return {credit: Fraction(parts.of_all, parts.whole) for credit, parts in shares.items()}


class SharesTests(TestCase):
    def test_one_reporter_and_three_correspondents(self):
        credits = [(LI, REPORTER), (ZHOU, CORRESPONDENT), (WANG, CORRESPONDENT), (HE, CORRESPONDENT)]

        shares = shares_of_story(credits)

        self.assertEqual(set(of_all(shares).values()), {Fraction(1, 4)})
        of_role = {credit: Fraction(parts.of_role, parts.whole) for credit, parts in shares.items()}
        self.assertEqual(of_role[LI, REPORTER], 1)
        self.assertEqual(of_role[HE, CORRESPONDENT], Fraction(1, 3))

    def test_an_editor_and_a_photographer_of_the_line_take_nothing_of_the_words(self):
        shares = of_all(shares_of_story([(LI, REPORTER), (HE, PHOTOGRAPHER), (WANG, EDITOR), (ZHOU, EDITOR)]))

        self.assertEqual(shares[LI, REPORTER], 1)
        self.assertEqual([shares[HE, PHOTOGRAPHER], shares[WANG, EDITOR]], [1, Fraction(1, 2)])

    def test_who_stands_there_twice_has_one_share(self):
        shares = of_all(shares_of_story([(LI, REPORTER), (LI, AUTHOR), (ZHOU, CORRESPONDENT)]))

        self.assertEqual(
            shares,
            {(LI, REPORTER): Fraction(1, 4), (LI, AUTHOR): Fraction(1, 4)} | {(2, CORRESPONDENT): Fraction(1, 2)},
        )

    @given(CREDITS)
    def test_those_of_the_writers_add_up_to_one(self, credits):
        shares = of_all(shares_of_story(credits))
        writers = [share for (_person, role), share in shares.items() if role not in BESIDE_THE_WRITERS]

        self.assertEqual(sum(writers), 1 if writers else 0)

    @given(CREDITS)
    def test_those_of_one_role_add_up_to_one(self, credits):
        roles = defaultdict(Fraction)
        for (_person, role), parts in shares_of_story(credits).items():
            roles[role] += Fraction(parts.of_role, parts.whole)

        self.assertEqual(set(roles.values()), {Fraction(1)} if credits else set())

    @given(CREDITS)
    def test_those_of_a_photo_add_up_to_one_and_are_the_same_for_everybody(self, credits):
        people = defaultdict(Fraction)
        for (person, _role), share in of_all(shares_of_photo(credits)).items():
            people[person] += share

        self.assertEqual(sum(people.values()), 1 if credits else 0)
        self.assertLessEqual(len(set(people.values())), 1)
