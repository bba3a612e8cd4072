from datetime import date, timedelta

from django.test import TestCase
from django.utils import timezone

from articles.publishing import withdraw
from desk.models import Paper
from tests.factories import (
    illustrate,
    make_article,
    make_channel,
    make_column,
    make_issue,
    make_page,
    make_photo,
    make_published,
    make_town,
    photographer,
    place,
)
from tests.pictures import encoded, upload


class FrontPageTests(TestCase):
    def test_is_calm_before_anything_is_printed(self):
        response = self.client.get("/")

        self.assertContains(response, "尚未出版")

    def test_shows_the_newest_issue_under_the_masthead(self):
        make_page(issue=make_issue(on=date(2023, 3, 1), number=12344))
        make_page(issue=make_issue(on=date(2023, 3, 2), number=12345))

        response = self.client.get("/")

        self.assertContains(response, "第12345期")
        self.assertContains(response, '<time datetime="2023-03-02">2023年3月2日</time>')
        self.assertContains(response, "星期四")
        self.assertNotContains(response, "12344")

    def test_leads_with_the_first_story_of_page_one(self):
        page = make_page(label="01")
        lead = make_published(headline="头条", page=page)
        make_published(headline="次条", page=page)

        response = self.client.get("/")

        link = f'<h2 class="lead-headline"><a href="{lead.get_absolute_url()}">头条</a></h2>'
        self.assertContains(response, link, html=True)
        self.assertContains(response, "次条")

    def test_draws_the_page_of_the_lead_where_page_one_holds_nothing(self):
        issue = make_issue()
        make_page(issue=issue, label="01")
        lead = place(article=make_published(headline="头条"), page=make_page(issue=issue, label="02"))

        front_map = self.client.get("/").context_data["front_map"]

        [box] = front_map.boxes
        self.assertEqual((box.placement.page_id, box.placement.article.headline), (lead.page_id, "头条"))
        self.assertEqual(front_map.head, "folio")

    def test_shows_a_story_that_runs_on_to_another_page_once(self):
        issue = make_issue()
        make_published(headline="头条", page=make_page(issue=issue, label="01"))
        article = make_published(headline="转版", page=make_page(issue=issue, label="02"))
        place(article=article, page=make_page(issue=issue, label="03"))

        self.assertContains(self.client.get("/"), f'<a href="{article.get_absolute_url()}">转版</a>', 1)

    def test_shows_a_story_that_stands_on_no_page_among_the_latest(self):
        make_published(headline="版上", page=make_page(label="01"))
        article = make_published(headline="网上")

        self.assertContains(self.client.get("/"), article.get_absolute_url())

    def test_names_its_columns_channels_and_places(self):
        make_published(page=make_page(), column=make_column(), channel=make_channel(), regions=[make_town()])

        response = self.client.get("/")

        for words in ("基层见闻", "/channels/", "/regions/330681104/"):
            self.assertContains(response, words)

    def test_hides_what_may_not_be_read_in_a_published_issue(self):
        page = make_page(label="01")
        make_article(headline="草稿", page=page)
        make_published(headline="禁发", page=page, at=timezone.now() + timedelta(hours=1))
        withdraw(make_published(headline="误报", page=page))

        response = self.client.get("/")

        for headline in ("草稿", "禁发", "误报"):
            self.assertNotContains(response, headline)

    def test_hides_an_issue_that_is_not_out(self):
        make_published(
            headline="明日头条",
            at=timezone.now() + timedelta(hours=1),
            page=make_page(issue=make_issue(number=7, published=False)),
        )

        response = self.client.get("/")

        self.assertNotContains(response, "第7期")
        self.assertNotContains(response, "明日头条")

    def test_says_who_took_the_leads_picture(self):
        story = make_published(page=make_page(label="01"))
        illustrate(article=story, photo=make_photo(caption="职工在比赛。", by=[photographer("马敏")]))

        response = self.client.get("/")

        self.assertContains(response, "马敏</a> 摄")
        self.assertContains(response, '<figcaption class="lead-caption">')

    def test_costs_the_same_with_one_story_and_with_three(self):
        Paper.current()
        page = make_page(label="01")
        for number in (1, 2, 3):
            credited = make_photo(by=[photographer("马敏")])
            illustrate(article=make_published(page=page, column=make_column(), regions=[make_town()]), photo=credited)
            illustrate(article=make_published(column=make_column(), regions=[make_town()]))
            if number != 2:
                with self.assertNumQueries(15):  # one of them is for who took the lead's picture
                    self.client.get("/")


class ColophonTests(TestCase):
    def test_prints_what_is_filled_and_nothing_else(self):
        paper = Paper.current()
        paper.cn_number, paper.news_licence, paper.report_line = "CN 00-0000", "许可证1号", "000-1234"
        paper.save()

        response = self.client.get("/")

        for words in ("CN 00-0000", "许可证1号", "000-1234"):
            self.assertContains(response, words)
        self.assertNotContains(response, "邮发代号")


class MastheadTests(TestCase):
    def test_is_the_papers_own_calligraphy_where_there_is_one(self):
        paper = Paper.current()
        paper.masthead.save("name.png", upload(encoded(format="PNG")))
        address = f"/paper/{paper.version}/masthead"

        self.assertInHTML(
            f'<img class="masthead-picture" src="{address}" alt="{paper.name}" width="64" height="48">',
            self.client.get("/").text,
        )
        picture = self.client.get(address)
        self.assertEqual(picture.headers["Content-Type"], "image/png")
        self.assertTrue(picture.getvalue().startswith(b"\x89PNG"))
        picture.close()

    def test_is_not_found_under_a_version_that_is_not_the_papers(self):
        paper = Paper.current()
        paper.masthead.save("name.png", upload(encoded(format="PNG")))

        for version in (paper.version - 1, paper.version + 1, "9" * 30):
            response = self.client.get(f"/paper/{version}/masthead")
            self.assertEqual(response.status_code, 404)
            self.assertNotIn("immutable", response.headers.get("Cache-Control", ""))

    def test_is_set_in_type_where_there_is_none(self):
        self.assertNotContains(self.client.get("/"), "masthead-picture")
        self.assertEqual(self.client.get(f"/paper/{Paper.current().version}/masthead").status_code, 404)


class NoticeTests(TestCase):
    def test_says_in_the_papers_design_that_nothing_is_there(self):
        response = self.client.get("/nowhere/")

        self.assertContains(response, "找不到这个页面", status_code=404)
        self.assertContains(response, Paper.current().name, status_code=404)
