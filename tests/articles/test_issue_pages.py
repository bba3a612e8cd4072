from datetime import UTC, date, datetime, timedelta
from unittest.mock import patch

from django.test import TestCase
from django.utils import timezone

from articles.publishing import withdraw
from desk.models import Paper
from tests.factories import illustrate, make_article, make_issue, make_page, make_published


class IssueCalendarTests(TestCase):
    def test_links_the_days_that_have_an_issue(self):
        make_issue(on=date(2023, 3, 2))

        response = self.client.get("/issues/")

        link = '<a class="month-issue" href="/issues/2023-03-02/" aria-label="2023年3月2日">2</a>'
        self.assertContains(response, link, html=True)
        self.assertContains(response, '<span class="month-empty">3</span>')

    def test_shows_the_newest_year_and_links_the_others(self):
        make_issue(on=date(2022, 12, 30))
        make_issue(on=date(2023, 3, 2))

        response = self.client.get("/issues/")

        self.assertContains(response, "2023年")
        self.assertContains(response, 'href="/issues/2022/"')
        self.assertNotContains(response, "2022-12-30")

    def test_shows_an_extra_edition_on_its_day(self):
        make_issue(on=date(2023, 3, 2), edition="extra")

        response = self.client.get("/issues/2023/")

        link = '<a class="month-extra" href="/issues/2023-03-02-extra/">号外</a>'
        self.assertContains(response, link, html=True)

    def test_hides_an_issue_that_is_not_out(self):
        make_issue(on=date(2023, 3, 2), published=False)

        self.assertContains(self.client.get("/issues/"), "尚未出版")
        for year in ("2023", "0", "99999"):
            self.assertEqual(self.client.get(f"/issues/{year}/").status_code, 404)

    def test_costs_the_same_with_one_issue_and_with_three(self):
        Paper.current()
        for day in (1, 2, 3):
            make_issue(on=date(2023, 3, day))
            if day != 2:
                with self.assertNumQueries(5):
                    self.client.get("/issues/")


class IssuePageTests(TestCase):
    def test_shows_its_pages_with_their_stories(self):
        page = make_page(issue=make_issue(number=12345))
        article = make_published(page=page)

        response = self.client.get("/issues/2023-03-02/")

        self.assertContains(response, "第12345期")
        self.assertContains(response, f'href="{page.get_absolute_url()}"')
        self.assertContains(response, f'<a href="{article.get_absolute_url()}">{article.headline}</a>')

    def test_hides_stories_that_may_not_be_read(self):
        page = make_page()
        make_article(headline="草稿", page=page)
        make_published(headline="禁发", page=page, at=timezone.now() + timedelta(hours=1))
        withdraw(make_published(headline="误报", page=page))

        response = self.client.get("/issues/2023-03-02/")

        for headline in ("草稿", "禁发", "误报"):
            self.assertNotContains(response, headline)

    def test_names_below_what_came_out_on_the_web_alone(self):
        hour = datetime(2023, 3, 2, 4, tzinfo=UTC)
        page = make_page()
        make_published(headline="报上的稿", page=page, at=hour)
        make_published(
            headline="网上的稿", page=make_page(issue=make_issue(on=date(2023, 3, 3), published=False)), at=hour
        )
        withdraw(make_published(headline="撤下的稿", at=hour))
        make_issue(edition="extra")

        response = self.client.get("/issues/2023-03-02/")

        self.assertEqual([story.headline for story in response.context_data["web"]], ["网上的稿"])
        self.assertContains(response, "仅网络刊发")
        self.assertNotContains(self.client.get("/issues/2023-03-02-extra/"), "网上的稿")

    def test_leads_to_the_others_where_the_web_has_very_many(self):
        make_page()
        with patch("articles.views.issue.MOST_ON_THE_WEB", 1):
            for _number in range(2):
                make_published(at=datetime(2023, 3, 2, 4, tzinfo=UTC))

            response = self.client.get("/issues/2023-03-02/")

        self.assertContains(response, 'href="/search/?from=2023-03-02&amp;to=2023-03-02"')
        self.assertEqual(len(response.context_data["web"]), 1)

    def test_is_not_found_before_it_is_out_or_when_the_date_is_none(self):
        make_issue(published=False)

        for address in ("/issues/2023-03-02/", "/issues/2023-02-30/", "/issues/2023-03-02-extra/"):
            self.assertEqual(self.client.get(address).status_code, 404)

    def test_leads_to_the_issues_around_it(self):
        for day in (1, 2, 3):
            make_issue(on=date(2023, 3, day))
        make_issue(on=date(2023, 3, 4), published=False)

        self.assertContains(self.client.get("/issues/2023-03-02/"), 'rel="prev" href="/issues/2023-03-01/"')
        self.assertContains(self.client.get("/issues/2023-03-02/"), 'rel="next" href="/issues/2023-03-03/"')
        self.assertNotContains(self.client.get("/issues/2023-03-03/"), 'rel="next"')

    def test_an_extra_edition_has_an_address_of_its_own(self):
        issue = make_issue(edition="extra")

        self.assertEqual(issue.get_absolute_url(), "/issues/2023-03-02-extra/")
        self.assertContains(self.client.get("/issues/2023-03-02-extra/"), "号外")

    def test_costs_the_same_with_one_story_and_with_three(self):
        Paper.current()
        issue = make_issue()
        for number in (1, 2, 3):
            illustrate(article=make_published(page=make_page(issue=issue, label=f"0{number}")))
            make_published(at=datetime(2023, 3, 2, 4, tzinfo=UTC))
            if number != 2:
                with self.assertNumQueries(8):
                    self.client.get("/issues/2023-03-02/")
