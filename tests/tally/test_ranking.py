from datetime import UTC, date, datetime
from unittest import mock

from django.test import TestCase

from articles.publishing import withdraw
from bylines.models import Contributor
from desk.models import Paper
from tally.views import ranking
from tests.factories import correspondent, make_user, reporter
from tests.tally.test_asking import printed

NOW = datetime(2023, 9, 1, 4, tzinfo=UTC)


class RankingPageTests(TestCase):
    def setUp(self):
        self.enterContext(mock.patch("django.utils.timezone.now", return_value=NOW))
        self.since(date(2022, 7, 1))

    def since(self, day):
        Paper.current()
        Paper.objects.update(ranking_since=day)

    def names(self, address="/rankings/"):
        return [
            (rank, person.name, stories) for rank, person, stories in self.client.get(address).context_data["people"]
        ]

    def test_ranks_the_correspondents_of_the_year_and_nobody_else(self):
        printed(reporter("李凡"), correspondent("周永卫"))
        printed(correspondent("周永卫"))
        printed(correspondent("王际明"))
        printed(correspondent("王际明"), on=date(2022, 8, 1))

        self.assertEqual(self.names(), [(1, "周永卫", 2), (2, "王际明", 1)])
        self.assertEqual(self.names("/rankings/2022/"), [(1, "王际明", 1)])

    def test_begins_with_the_day_in_the_papers_record(self):
        printed(correspondent("周永卫"), on=date(2022, 6, 30))

        self.assertEqual(self.names("/rankings/2022/"), [])
        self.assertContains(self.client.get("/rankings/2022/"), "从2022年7月1日起统计。")

    def test_is_nowhere_unless_the_paper_wants_it(self):
        for day in (None, date(2023, 10, 1)):
            self.since(day)
            for address in ("/rankings/", "/rankings/2023/"):
                self.assertEqual(self.client.get(address).status_code, 404)

    def test_contributors_lead_there(self):
        self.assertContains(self.client.get("/contributors/"), "/rankings/")
        self.since(None)

        self.assertNotContains(self.client.get("/contributors/"), "/rankings/")

    def test_there_is_none_of_years_before_and_to_come(self):
        for year in (0, 1999, 2021, 2024, 99999):
            self.assertEqual(self.client.get(f"/rankings/{year}/").status_code, 404)

    def test_what_was_withdrawn_or_is_to_come_counts_nowhere(self):
        gone = printed(correspondent("周永卫"))
        printed(correspondent("王际明"), at=datetime(2023, 9, 2, tzinfo=UTC))
        withdraw(gone, reason="有误", by=make_user(is_superuser=True))

        self.assertEqual(self.names(), [])

    def test_names_people_as_the_register_does_and_says_nothing_else_of_them(self):
        printed(correspondent("周永卫"))
        Contributor.objects.update(name="周勇卫", unit="总工会")

        response = self.client.get("/rankings/")

        self.assertContains(response, "周勇卫")
        self.assertContains(response, "总工会")

    def test_is_bounded(self):
        self.enterContext(mock.patch.object(ranking, "SHOWN", 2))
        for name in ("甲", "乙", "丙"):
            printed(correspondent(name))

        self.assertEqual(len(self.names()), 2)
        self.assertContains(self.client.get("/rankings/"), "只列前2名。")

    def test_is_for_search_engines_too_under_one_address(self):
        self.assertContains(self.client.get("/rankings/2023/"), 'rel="canonical" href="http://testserver/rankings/"')
        self.assertNotContains(self.client.get("/rankings/"), "noindex")

    def test_costs_the_same_however_many_people(self):
        def asked_with(*names):
            for name in names:
                printed(correspondent(name))
            with self.assertNumQueries(6):
                self.client.get("/rankings/")

        asked_with("甲")
        asked_with("乙", "丙")
