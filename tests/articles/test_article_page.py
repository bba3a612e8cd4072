from datetime import date

from django.test import TestCase

from articles.models import Correction
from desk.models import Paper
from tests.factories import (
    correspondent,
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
    reporter,
)


class ArticlePageTests(TestCase):
    def read(self, article):
        return self.client.get(article.get_absolute_url())

    def test_prints_reporters_before_correspondents(self):
        article = make_published(by=[reporter("李凡"), correspondent("周永卫"), correspondent("梁昊")])

        response = self.read(article)

        self.assertContains(response, '<meta name="author" content="记者李凡 通讯员周永卫、梁昊">')

    def test_links_each_name_to_its_contributor(self):
        article = make_published(by=[reporter("李凡")])
        contributor = article.bylines.get().contributor

        response = self.read(article)

        link = f'<a class="name" rel="author" href="/contributors/{contributor.pk}/">李凡</a>'
        self.assertContains(response, f'<p class="article-byline">记者{link}</p>', html=True)

    def test_runs_the_dateline_and_the_byline_into_the_first_paragraph(self):
        article = make_published(dateline="本报讯", body="日前开工。\n已经完工。", by=[reporter("李凡")])

        response = self.read(article)

        link = f'<a class="name" rel="author" href="/contributors/{article.bylines.get().contributor_id}/">李凡</a>'
        names = f'<span class="article-byline">记者{link}报道</span>'
        line = f'<p><span class="article-dateline">本报讯 {names}</span> 日前开工。</p>'
        self.assertContains(response, line, 1, html=True)
        self.assertContains(response, "<p>已经完工。</p>")

    def test_keeps_dateline_and_byline_at_the_head_of_a_story_without_a_paragraph(self):
        for body in ("", "> 只有一句引文。", "## 只有小标题", "| 甲 | 乙 |"):
            article = make_published(dateline="本报讯", body=body, by=[reporter("李凡")])
            link = f'<a class="name" rel="author" href="/contributors/{article.bylines.get().contributor_id}/">李凡</a>'

            line = f'<p class="article-byline"><span class="article-dateline">本报讯</span> 记者{link}报道</p>'
            self.assertContains(self.read(article), line, 1, html=True)

    def test_says_on_which_page_of_which_day_it_was_printed(self):
        page = make_page(issue=make_issue(on=date(2023, 3, 2)), label="02", name="工会")
        article = make_published(page=page)

        response = self.read(article)

        printed = '<time datetime="2023-03-02">2023年3月2日</time> 第02版：工会'
        self.assertContains(response, f'<a href="/issues/2023-03-02/02/">{printed}</a>', html=True)

    def test_links_its_column_channel_places_and_tags(self):
        article = make_published(column=make_column(), channel=make_channel(), regions=[make_town()], tags=["劳模精神"])

        response = self.read(article)

        for address in ("/regions/330681104/", "/regions/330681/", "/tags/%E5%8A%B3%E6%A8%A1%E7%B2%BE%E7%A5%9E/"):
            self.assertContains(response, f'href="{address}"')
        self.assertContains(response, article.column.get_absolute_url())
        self.assertContains(response, article.channel.get_absolute_url())

    def test_names_source_title_and_author_of_a_reprint(self):
        article = make_published(source="工人日报", original_title="原来的标题", original_author="王石")

        response = self.read(article)

        for words in ("工人日报", "原来的标题", "王石"):
            self.assertContains(response, words)

    def test_links_an_origin_to_an_address_of_the_web_only(self):
        article = make_published(headline="工会送清凉", original_title="原题", original_url="javascript:alert(1)")

        response = self.client.get(article.get_absolute_url())

        self.assertContains(response, "原题")
        self.assertNotContains(response, 'href="javascript')

    def test_links_the_original_of_a_reprint_even_where_nothing_else_is_known_of_it(self):
        article = make_published(headline="工会送清凉", original_url="https://example.org/1")

        link = '<a href="https://example.org/1" rel="external noopener">工会送清凉</a>'
        self.assertContains(self.read(article), link, html=True)

    def test_says_in_which_number_it_stood_and_who_answers_for_the_page(self):
        page = make_page(issue=make_issue(number=12345), label="02", name="工会", duty_editor="闻人清")

        response = self.read(make_published(page=page))

        self.assertContains(response, ">2023年3月2日 第12345期 第02版：工会</a>")
        self.assertContains(response, "闻人清")

    def test_prints_its_corrections(self):
        article = make_published()
        Correction.objects.create(article=article, wrong="三百人", right="三千人")

        response = self.read(article)

        self.assertContains(response, "<del>三百人</del>")
        self.assertContains(response, "三千人")

    def test_escapes_what_was_typed(self):
        article = make_published(headline="<script>x</script>", body="<img src=x>")

        response = self.read(article)

        self.assertContains(response, "&lt;img src=x&gt;")
        self.assertNotContains(response, "<script>")

    def test_takes_at_most_nine_queries(self):
        town, page = make_town(), make_page()
        article = make_published(page=page, regions=[town], tags=["劳模", "工匠"], column=make_column())
        for name in ("李凡", "周永卫"):
            illustrate(article=article, photo=make_photo(by=[photographer(name)]))
            make_published(headline=f"{name}的稿件", page=page, by=[reporter(name)])
            Correction.objects.create(article=article, wrong="三百人", right="三千人", printed_on=page)
        Paper.current()

        with self.assertNumQueries(9):
            self.read(article)

    def test_asks_nothing_of_the_session(self):
        response = self.read(make_published())

        self.assertNotIn("Cookie", response.headers.get("Vary", ""))
        self.assertFalse(response.cookies)


class NeighbourTests(TestCase):
    def setUp(self):
        self.issue = make_issue()
        self.pages = [make_page(issue=self.issue, label=label, name="") for label in ("01", "02", "03")]

    def test_leads_to_the_stories_and_pages_around_it(self):
        before, article, after = (make_published(headline=name, page=self.pages[1]) for name in ("前", "中", "后"))

        response = self.client.get(article.get_absolute_url())

        self.assertContains(response, f'rel="prev" href="{before.get_absolute_url()}"')
        self.assertContains(response, f'rel="next" href="{after.get_absolute_url()}"')
        self.assertContains(response, 'rel="prev" href="/issues/2023-03-02/01/"')
        self.assertContains(response, 'rel="next" href="/issues/2023-03-02/03/"')

    def test_names_every_page_of_a_story_that_runs_on(self):
        article = make_published(page=self.pages[0])
        place(article=article, page=self.pages[2])

        response = self.client.get(article.get_absolute_url())

        self.assertContains(response, "第01版")
        self.assertContains(response, "2023年3月2日 第03版")

    def test_passes_over_neighbours_that_are_not_out(self):
        make_article(headline="尚未签发", page=self.pages[0])
        article = make_published(page=self.pages[0])

        response = self.client.get(article.get_absolute_url())

        self.assertNotContains(response, "尚未签发")
        self.assertNotContains(response, "上一篇")

    def test_keeps_a_page_secret_until_its_issue_is_out(self):
        page = make_page(issue=make_issue(on=date(2023, 3, 3), published=False), name="特刊")
        article = make_published(page=page)

        response = self.client.get(article.get_absolute_url())

        self.assertEqual(response.status_code, 200)
        self.assertNotContains(response, "特刊")
