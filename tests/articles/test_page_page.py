from datetime import timedelta

from django.test import TestCase
from django.utils import timezone

from articles.publishing import withdraw
from desk.models import Paper
from tests.factories import illustrate, make_article, make_issue, make_page, make_photo, make_published, place

LEFT_HALF = [[0, 10], [50, 10], [50, 100], [0, 100]]


class PagePageTests(TestCase):
    def setUp(self):
        self.issue = make_issue()
        self.page = make_page(issue=self.issue, duty_editor="闻人清")

    def read(self):
        return self.client.get("/issues/2023-03-02/02/")

    def test_lists_its_stories_in_order_and_names_its_editor(self):
        for headline in ("第一条", "第二条", "第三条"):
            make_published(headline=headline, page=self.page)

        response = self.read()

        text = response.content.decode()
        self.assertLess(text.rindex("第一条"), text.rindex("第二条"))
        self.assertLess(text.rindex("第二条"), text.rindex("第三条"))
        self.assertContains(response, "责任编辑 闻人清")

    def test_draws_a_map_of_linked_hotspots(self):
        article = make_published(headline="工会送清凉")
        place(article=article, page=self.page, hotspot=LEFT_HALF)

        response = self.read()

        link = f'<a class="page-map-link" href="{article.get_absolute_url()}" aria-label="工会送清凉"'
        self.assertContains(response, link)
        self.assertContains(response, 'points="24,129 390,129 390,1076 24,1076"')

    def test_draws_a_map_of_stories_without_hotspots_as_well(self):
        make_published(page=self.page)

        self.assertContains(self.read(), '<a class="page-map-link"', 1)

    def test_lays_hotspots_over_a_picture_of_the_page(self):
        self.page.picture = [{"name": "640.webp", "format": "webp", "width": 640, "height": 900}]
        self.page.save()
        place(article=make_published(), page=self.page, hotspot=LEFT_HALF)
        make_published(headline="不在图上", page=self.page)

        response = self.read()

        self.assertContains(response, f"/files/{self.page.key}/640.webp")
        self.assertContains(response, '<polygon class="page-scan-area"', 1)

    def test_leads_to_the_pages_around_it(self):
        make_page(issue=self.issue, label="01")
        make_page(issue=self.issue, label="03")

        response = self.read()

        self.assertContains(response, 'rel="prev" href="/issues/2023-03-02/01/"')
        self.assertContains(response, 'rel="next" href="/issues/2023-03-02/03/"')

    def test_hides_stories_that_may_not_be_read_from_list_and_map(self):
        make_article(headline="草稿", page=self.page)
        make_published(headline="禁发", page=self.page, at=timezone.now() + timedelta(hours=1))
        withdraw(make_published(headline="误报", page=self.page))

        response = self.read()

        for headline in ("草稿", "禁发", "误报"):
            self.assertNotContains(response, headline)

    def test_is_not_found_where_there_is_no_such_page(self):
        for label in ("05", "2", "002x"):
            self.assertEqual(self.client.get(f"/issues/2023-03-02/{label}/").status_code, 404)

    def test_is_not_found_before_its_issue_is_out(self):
        self.issue.published_at = timezone.now() + timedelta(hours=1)
        self.issue.save()

        self.assertEqual(self.read().status_code, 404)

    def test_costs_the_same_with_one_story_and_with_three(self):
        Paper.current()
        for number in (1, 2, 3):
            illustrate(article=make_published(page=self.page))
            if number != 2:
                with self.assertNumQueries(9):
                    self.read()


class MapPictureTests(TestCase):
    def drawn(self, photo):
        page = make_page(label="01")
        illustrate(article=make_published(page=page), photo=photo)
        return self.client.get(page.get_absolute_url())

    def test_a_page_is_drawn_with_its_pictures(self):
        self.assertContains(self.drawn(make_photo()), "<image ")

    def test_but_with_none_made_by_ai_since_no_label_could_be_read_there(self):
        made = make_photo(digital_source_type="trainedAlgorithmicMedia")

        self.assertNotContains(self.drawn(made), "<image ")
