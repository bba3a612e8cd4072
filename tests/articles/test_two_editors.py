from articles.models import Article
from tests.articles.writing import WritingTestCase
from tests.factories import credit, make_article, reporter


class TwoEditorsTests(WritingTestCase):
    """Both at the same story in a real browser: what a script makes of the rows comes back too."""

    def setUp(self):
        super().setUp()
        self.article = make_article(body="第一稿。", by=[reporter("李凡")])

    def test_the_slower_one_sees_both_texts_and_keeps_both_peoples_work(self):
        area = self.open_form(self.article)
        area.fill("第二稿。")
        Article.objects.update(version=2, headline="新标题")
        credit(by=[reporter("周永卫")], article=self.article)

        self.save()
        told = self.page.locator(".clashes").inner_text()
        offered = self.page.locator(".kept-words").count()
        self.save()

        self.article.refresh_from_db()
        self.assertIn("新标题", told)
        self.assertIn("周永卫", told)
        self.assertEqual(offered, 0)
        self.assertEqual((self.article.headline, self.article.body), ("新标题", "第二稿。"))
        self.assertEqual({byline.name for byline in self.article.bylines.all()}, {"李凡", "周永卫"})
        self.assertEqual(self.complaints, [])
