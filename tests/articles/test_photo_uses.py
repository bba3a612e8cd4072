from datetime import date, timedelta

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import publishing
from media.models import Photo
from tests.factories import (
    illustrate,
    make_article,
    make_desk,
    make_issue,
    make_page,
    make_photo,
    make_published,
    make_user,
)

DAY = timezone.make_aware(timezone.datetime(2023, 3, 2, 6))


class UsesTests(TestCase):
    def setUp(self):
        self.photo = make_photo()
        self.user = make_user(group="编辑")
        self.client.force_login(self.user)

    def use(self, article):
        illustrate(article=article, photo=self.photo)
        return article

    def form(self):
        return self.client.get(reverse("admin:media_photo_change", args=[self.photo.pk]))

    def rows(self):
        return self.form().content.decode().partition('<table class="photo-uses">')[2].partition("</table>")[0]

    def test_each_story_with_its_state_date_and_page(self):
        page = make_page(issue=make_issue(on=date(2023, 3, 2)), label="03", name="副刊")
        article = self.use(make_published(headline="工会送清凉", at=DAY, page=page))

        rows = self.rows()

        for words in (f"/admin/articles/article/{article.pk}/change/", "工会送清凉", "2023-03-02 06:00", str(page)):
            self.assertIn(words, rows)
        self.assertIn("已发布", rows)
        self.assertIn("看得到", rows)

    def test_whether_readers_see_it_there(self):
        self.use(make_article(headline="草稿"))
        self.assertIn("尚未发布", self.rows())

        self.use(make_published(headline="已出"))
        Photo.objects.update(embargo_until=timezone.now() + timedelta(days=1))
        self.assertIn("看不到：禁发期内", self.rows())

        Photo.objects.update(embargo_until=None, expires_at=timezone.now() - timedelta(days=1))
        self.assertIn("看不到：已到期", self.rows())

    def test_a_withdrawn_story_says_so(self):
        publishing.withdraw(self.use(make_published()))

        self.assertIn("已撤稿", self.rows())

    def test_others_are_counted(self):
        self.client.force_login(make_user(group="记者"))
        self.use(make_article(headline="机密稿件", desk=make_desk()))
        self.use(make_published(headline="公开稿件"))

        response = self.form()

        self.assertContains(response, "公开稿件")
        self.assertNotContains(response, "机密稿件")
        self.assertContains(response, "另有1篇他人稿件")

    def test_a_photographer_reads_what_everybody_may_where_everybody_does(self):
        self.client.force_login(make_user(group="摄影"))
        article = self.use(make_published(headline="公开稿件"))

        self.assertContains(self.form(), f'<a href="{article.get_absolute_url()}">公开稿件</a>')

    def test_costs_as_much_for_five_stories_as_for_one(self):
        costs = []
        for number in range(5):
            page = make_page(issue=make_issue(on=date(2023, 3, number + 1)))
            self.use(make_published(page=page))
            if number in (0, 4):
                self.form()
                costs.append(self.cost())

        self.assertEqual(costs[0], costs[1])

    def cost(self):
        with CaptureQueriesContext(connection) as captured:
            self.form()
        return len(captured)
