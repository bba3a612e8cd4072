from threading import Barrier, Thread

from django.db import connection
from django.test import TransactionTestCase, skipUnlessDBFeature

from articles.models import Article
from intake.receiving import read_text, receive
from tests.intake.test_drafting import STORY


@skipUnlessDBFeature("has_select_for_update")
class AtOnceTests(TransactionTestCase):
    def test_two_who_hand_in_one_text_make_one_set_of_drafts(self):
        reading, ready, answers = read_text(STORY), Barrier(2), []

        def hand_in():
            ready.wait()
            answers.append(receive(STORY, reading, name="page.txt").is_new)
            connection.close()

        threads = [Thread(target=hand_in) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        self.assertEqual((sorted(answers), Article.objects.count()), ([False, True], 1))
