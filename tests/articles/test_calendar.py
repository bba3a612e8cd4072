"""The calendar: a year of issues, each day as dark as it has stories, and the days without a paper."""

from datetime import UTC, date, datetime, timedelta

from django.test import SimpleTestCase, TestCase
from django.utils import timezone

from articles.heat import Heat
from articles.publishing import withdraw
from desk.models import Paper
from tests.factories import make_issue, make_published


def morning(year, month, day):
    """Six o'clock by the newsroom's clock."""
    return datetime(year, month, day, tzinfo=UTC) - timedelta(hours=2)


class HeatTests(SimpleTestCase):
    def test_has_four_steps_with_as_many_days_in_each(self):
        heat = Heat([0, 1, 2, 3, 5, 8, 9, 16, 400])

        self.assertEqual([heat.of(number) for number in (0, 1, 2, 3, 8, 9, 16, 400)], [0, 1, 1, 2, 3, 3, 4, 4])
        self.assertEqual(list(heat.steps), [(1, 1, 2), (2, 3, 5), (3, 6, 9), (4, 10, 400)])

    def test_every_number_stands_in_the_step_that_the_legend_names(self):
        for most in range(1, 30):
            heat = Heat(range(most // 2, most + 1))
            said = {number: step.level for step in heat.steps for number in range(step.first, step.last + 1)}
            self.assertEqual(said, {number: heat.of(number) for number in range(1, most + 1)})

    def test_is_darkest_where_every_day_has_as_many(self):
        self.assertEqual(list(Heat([3, 3, 3]).steps), [(4, 1, 3)])

    def test_has_no_legend_where_nothing_is(self):
        self.assertEqual(list(Heat([]).steps), [])


class HeatOfTheYearTests(TestCase):
    def test_tells_the_stories_of_a_day_in_words_too(self):
        make_issue(on=date(2023, 3, 2))
        for _number in range(3):
            make_published(at=morning(2023, 3, 2))
        withdraw(make_published(at=morning(2023, 3, 2)))

        response = self.client.get("/issues/2023/")

        link = '<a class="month-issue is-heat-4" href="/issues/2023-03-02/" aria-label="2023年3月2日，3篇">2</a>'
        self.assertContains(response, link, html=True)
        self.assertContains(response, '<li class="heat-step is-heat-4">1–3</li>', html=True)

    def test_links_a_day_without_a_paper_where_something_came_out(self):
        make_published(at=morning(2022, 12, 31))

        response = self.client.get("/issues/")

        told = 'aria-label="2022年12月31日，1篇，当日无报"'
        link = f'<a class="month-web is-heat-4" href="/issues/2022-12-31/" {told}>31</a>'
        self.assertContains(response, link, html=True)

    def test_tells_nothing_of_what_waits_for_its_hour(self):
        make_published(at=timezone.now() + timedelta(hours=1))
        make_published(at=timezone.now() + timedelta(days=400))

        self.assertContains(self.client.get("/issues/"), "尚未出版")
        self.assertEqual(self.client.get(f"/issues/{timezone.localdate().year + 1}/").status_code, 404)

    def test_names_the_newest_year_by_the_address_that_stays(self):
        for year in (2021, 2023):
            make_issue(on=date(year, 3, 2))

        for path, own in (("/issues/", "/issues/"), ("/issues/2023/", "/issues/"), ("/issues/2021/", "/issues/2021/")):
            canonical = f'<link rel="canonical" href="http://testserver{own}">'
            self.assertContains(self.client.get(path), canonical, html=True)

    def test_leads_to_the_years_beside(self):
        for year in (2021, 2023, 2024):
            make_issue(on=date(year, 3, 2))

        response = self.client.get("/issues/2023/")

        self.assertContains(response, '<a class="turning-back" rel="prev" href="/issues/2021/">2021年</a>')
        self.assertContains(response, '<a class="turning-on" rel="next" href="/issues/2024/">2024年</a>')


class DayPageTests(TestCase):
    def test_shows_what_came_out_on_a_day_without_a_paper(self):
        before, after = make_issue(on=date(2023, 3, 2)), make_issue(on=date(2023, 3, 4))
        make_published(headline="网上的稿", at=morning(2023, 3, 3))
        make_published(headline="别的日子", at=morning(2023, 3, 4))

        response = self.client.get("/issues/2023-03-03/")

        self.assertContains(response, "网上的稿")
        self.assertContains(response, "这一天没有出报")
        self.assertNotContains(response, "别的日子")
        for issue in (before, after):
            self.assertContains(response, f'href="{issue.get_absolute_url()}"')

    def test_does_not_say_too_soon_that_there_is_no_paper(self):
        today = timezone.localdate()
        make_issue(on=today, published=False)
        make_published(headline="网上的稿", at=timezone.localtime().replace(hour=0, minute=0, second=0))

        response = self.client.get(f"/issues/{today.isoformat()}/")

        self.assertContains(response, "今天的报纸还没有出版")
        self.assertNotContains(response, "没有出报")

    def test_gives_way_to_the_paper_when_that_is_out(self):
        make_published(headline="网上的稿", at=morning(2023, 3, 3))
        make_issue(on=date(2023, 3, 3), number=12345)

        self.assertContains(self.client.get("/issues/2023-03-03/"), "第12345期")

    def test_is_not_found_where_nothing_came_out(self):
        make_published(at=timezone.now() + timedelta(days=1))
        withdraw(make_published(headline="撤稿", at=morning(2023, 3, 3)))
        make_published(at=morning(2023, 3, 2))

        tomorrow = timezone.localdate() + timedelta(days=1)
        for day in ("2023-03-03", "2023-03-02-extra", tomorrow.isoformat()):
            self.assertEqual(self.client.get(f"/issues/{day}/").status_code, 404)

    def test_costs_the_same_with_one_story_and_with_three(self):
        Paper.current()
        for number in (1, 2, 3):
            make_published(at=morning(2023, 3, 3))
            if number != 2:
                with self.assertNumQueries(9):
                    self.client.get("/issues/2023-03-03/")
