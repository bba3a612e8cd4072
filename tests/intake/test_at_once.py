from django.test import TransactionTestCase, skipUnlessDBFeature

from articles.models import Article
from intake.receiving import read_text, receive
from tests.at_once import at_once
from tests.intake.test_drafting import STORY


@skipUnlessDBFeature("has_select_for_update")
class AtOnceTests(TransactionTestCase):
    def test_two_who_hand_in_one_text_make_one_set_of_drafts(self):
        reading = read_text(STORY)

        answers = at_once(*[lambda: receive(STORY, reading, name="page.txt").is_new] * 2)

        self.assertEqual((sorted(answers), Article.objects.count()), ([False, True], 1))
