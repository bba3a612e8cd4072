from django.test import TestCase

from tests.articles.checks.checking import only
from tests.factories import illustrate, make_article, make_contributor, make_photo


class NameTests(TestCase):
    def test_shows_a_credited_name_that_the_register_lacks(self):
        make_contributor(name="李凡")
        article = make_article(body="本报讯 记者李凡 通讯员周永卫报道 日前，活动在广场举行。")

        [hit] = only("name-unknown", article)

        self.assertEqual((hit.text, hit.field, hit.start), ("周永卫", "body", 12))

    def test_reads_the_credit_under_a_picture(self):
        article = make_article()
        illustrate(article=article, photo=make_photo(caption="职工在比赛。通讯员马敏 摄"), alt="一")

        self.assertEqual([(hit.text, hit.field) for hit in only("name-unknown", article)], [("马敏", "caption-1")])

    def test_takes_no_name_in_the_text_for_a_credit(self):
        article = make_article(body="日前，王海在广场上说，活动很好。他对张伟说：“谢谢。”")

        self.assertEqual(only("name-unknown", article), [])
