"""A photo for one use, and two who want it at the same moment."""

from threading import Thread

from django.db import connection
from django.test import TransactionTestCase, skipUnlessDBFeature

from articles import publishing
from articles.models import Article
from articles.models.article import Stage
from articles.publishing import Refusal
from tests.factories import illustrate, make_article, make_photo, photographer


@skipUnlessDBFeature("has_select_for_update")
class AtOnceTests(TransactionTestCase):
    def test_only_one_of_two_stories_goes_out_with_it(self):
        photo = make_photo(by=[photographer("马敏")], rights="one_use")
        stories = [make_article(headline=headline, stage=Stage.READY) for headline in ("先", "后", "再后")]
        for article in stories:
            illustrate(article=article, photo=photo)
        refusals = []

        threads = [Thread(target=self.publish, args=(article, refusals)) for article in stories]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        self.assertEqual(Article.objects.published().count(), 1)
        self.assertEqual(len(refusals), 2)

    def publish(self, article, refusals):
        try:
            publishing.publish(article)
        except Refusal as refusal:
            refusals.append(str(refusal))
        finally:
            connection.close()
