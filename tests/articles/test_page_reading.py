from datetime import date

from django.test import TestCase

from articles.page_files import hang_pdf
from articles.pagemap import picture_map
from desk.models import Paper
from tests.factories import illustrate, make_issue, make_page, make_published, place
from tests.pictures import upload

LEFT_HALF = [[0, 0], [50, 0], [50, 100], [0, 100]]
PICTURE = [{"name": "640.webp", "format": "webp", "width": 640, "height": 960}]


class PageReadingTests(TestCase):
    def setUp(self):
        self.issue = make_issue()
        self.page = make_page(issue=self.issue)

    def read(self, rest=""):
        return self.client.get(f"/issues/2023-03-02/02/{rest}")

    def test_the_headline_stands_over_the_story_it_is_pointed_at(self):
        place(article=make_published(headline="工会送清凉"), page=self.page, hotspot=LEFT_HALF)
        self.assertNotContains(self.read(), "plate-line")  # a map has drawn it there already
        self.page.picture = PICTURE
        self.page.save()

        self.assertContains(self.read(), '<text class="plate-line" x="12" y="')

    def test_a_hotspot_on_a_picture_is_percent_of_the_whole_picture(self):
        self.page.picture = PICTURE
        self.page.stories = [place(article=make_published(), page=self.page, hotspot=LEFT_HALF)]

        drawn = picture_map(self.page)

        self.assertEqual((drawn.width, drawn.height), (780, 1170))
        self.assertEqual(drawn.boxes[0].points, "0,0 390,0 390,1170 0,1170")

    def test_a_story_in_the_list_and_its_hotspot_know_each_other(self):
        article = make_published(page=self.page)

        self.assertContains(self.read(), f'data-story="{article.pk}"', 2)

    def test_offers_its_pdf_and_says_how_large_it_is(self):
        hang_pdf(self.page, upload(b"%PDF-1.7" + b" " * 2040, name="a.pdf"))

        response = self.read()

        self.assertContains(response, f'href="/files/{self.page.key}/page.pdf"')
        self.assertContains(response, "2.0\xa0KB")

    def test_offers_no_pdf_whose_file_has_gone(self):
        self.page.pdf = "page.pdf"
        self.page.save()

        self.assertNotContains(self.read(), "page.pdf")

    def test_leads_to_the_calendar_of_its_year(self):
        self.assertContains(self.read(), '<a href="/issues/2023/">往期日历</a>')

    def test_the_telephone_has_the_list_first_and_the_picture_a_tap_away(self):
        text = self.read().content.decode()

        self.assertLess(text.index('class="page-stories"'), text.index('id="picture"'))
        self.assertIn('href="#picture"', text)


class TurnedStoryTests(TestCase):
    """转版: both ways, on the pages and on the story."""

    def setUp(self):
        self.issue = make_issue()
        self.first, self.third = (make_page(issue=self.issue, label=label) for label in ("01", "03"))
        self.article = make_published(page=self.first)
        self.start = self.article.placements.get()

    def run_on(self, page):
        place(article=self.article, page=page, continued_from=self.start)

    def test_both_pages_lead_to_each_other(self):
        self.run_on(self.third)

        onward = '<a href="/issues/2023-03-02/03/">下转第03版</a>'
        back = '<a href="/issues/2023-03-02/01/">上接第01版</a>'
        self.assertContains(self.client.get("/issues/2023-03-02/01/"), onward, html=True)
        self.assertContains(self.client.get("/issues/2023-03-02/03/"), back, html=True)

    def test_the_story_says_where_it_runs_on_and_from_where(self):
        self.run_on(self.third)

        response = self.client.get(self.article.get_absolute_url())

        onward = '<a class="article-turned" href="/issues/2023-03-02/03/">下转第03版</a>'
        self.assertContains(response, onward, html=True)
        self.assertContains(response, "上接第01版")

    def test_a_page_of_an_issue_to_come_stays_secret(self):
        self.run_on(make_page(issue=make_issue(on=date(2023, 3, 3), published=False), label="07"))

        for address in ("/issues/2023-03-02/01/", self.article.get_absolute_url()):
            self.assertNotContains(self.client.get(address), "07版")

    def test_costs_no_query_more(self):
        Paper.current()
        illustrate(article=self.article)
        self.run_on(self.third)

        with self.assertNumQueries(9):
            self.client.get("/issues/2023-03-02/01/")


class PagePictureTests(TestCase):
    def setUp(self):
        self.page = make_page()
        self.article = make_published(page=self.page)

    def read(self, zoom=""):
        return self.client.get(f"/issues/2023-03-02/02/picture/{zoom}")

    def test_shows_the_map_or_the_picture_with_its_hotspots(self):
        self.assertContains(self.read(), '<svg class="page-map"')
        self.page.picture = PICTURE
        self.page.save()

        self.assertContains(self.read(), f"/files/{self.page.key}/640.webp")

    def test_is_enlarged_without_a_script(self):
        for zoom, size in (("?zoom=4", 4), ("?zoom=9", 1), ("?zoom=x", 1), ("", 1)):
            self.assertContains(self.read(zoom), f"is-zoomed-{size}")

    def test_sends_search_engines_to_the_page_itself(self):
        response = self.read()

        self.assertContains(response, '<link rel="canonical" href="http://testserver/issues/2023-03-02/02/">')
        self.assertContains(response, '<meta name="robots" content="noindex">')

    def test_is_not_there_before_its_issue_is_out(self):
        self.page.issue.published_at = None
        self.page.issue.save()

        self.assertEqual(self.read().status_code, 404)

    def test_an_edition_has_its_own(self):
        make_page(issue=make_issue(edition="extra"), label="01")

        self.assertEqual(self.client.get("/issues/2023-03-02-extra/01/picture/").status_code, 200)

    def test_costs_the_same_with_one_story_and_with_three(self):
        Paper.current()
        illustrate(article=self.article)
        for number in (1, 2, 3):
            if number > 1:
                illustrate(article=make_published(page=self.page))
            with self.assertNumQueries(7):
                self.read()
