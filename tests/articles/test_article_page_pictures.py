from django.test import SimpleTestCase, TestCase

from articles.layout import laid_out
from tests.factories import illustrate, make_photo, make_published, photographer


def outline(body, numbers):
    return [block.number or block.text for block in laid_out(body, numbers)]


class LayoutTests(SimpleTestCase):
    def test_keeps_the_places_that_the_body_gives(self):
        self.assertEqual(outline("一\n[图2]\n二\n[图1]", [1, 2]), ["一", 2, "二", 1])

    def test_sets_the_first_picture_before_the_text_when_the_body_places_none(self):
        self.assertEqual(outline("一\n二", [3]), [3, "一", "二"])

    def test_spreads_the_others_between_the_paragraphs(self):
        self.assertEqual(outline("一\n二\n三\n四\n五\n六", [1, 2, 3]), [1, "一", "二", 2, "三", "四", 3, "五", "六"])

    def test_sets_them_after_a_text_that_is_too_short(self):
        self.assertEqual(outline("一", [1, 2, 3]), [1, "一", 2, 3])

    def test_shows_no_picture_twice_and_none_that_does_not_exist(self):
        self.assertEqual(outline("一\n[图1]\n二\n[图1]\n[图7]", [1]), ["一", 1, "二"])


class ArticlePagePictureTests(TestCase):
    def test_prints_caption_and_credit_with_a_link(self):
        article = make_published()
        illustrate(article=article, photo=make_photo(caption="职工在比赛。", by=[photographer("马敏")]))

        response = self.client.get(article.get_absolute_url())

        self.assertContains(response, "职工在比赛。")
        self.assertContains(response, "马敏</a> 摄")

    def test_says_what_is_seen_and_how_large_it_is(self):
        article = make_published()
        illustrate(article=article, alt="三名工人", photo=make_photo(size=(64, 48)))

        response = self.client.get(article.get_absolute_url())

        self.assertContains(response, 'alt="三名工人"')
        self.assertContains(response, 'width="64" height="48"')
