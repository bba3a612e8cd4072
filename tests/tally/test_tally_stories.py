from datetime import date

from articles.publishing import withdraw
from bylines.models import Contributor
from tally.views import stories
from tests.factories import correspondent, make_user, photographer, reporter
from tests.tally.test_asking import printed
from tests.tally.test_tally_page import MARCH, PAGE, TallyTestCase

BEHIND = f"{PAGE}stories/"


class StoriesBehindTests(TallyTestCase):
    def behind(self, **asked):
        response = self.client.get(BEHIND, {**MARCH, **asked})
        return [story.headline for story in response.context["found"].stories]

    def test_every_figure_opens_as_many_stories(self):
        printed(correspondent("周永卫"), reporter("李凡"), photos=[["马敏"], ["马敏", "李凡"]])
        printed(correspondent("周永卫"), headline="第二篇")

        for by in ("person", "unit", "region", "place", "role", "column", "page", "issue", "month", "quarter", "year"):
            for row in self.ask(by=by).context["table"].rows:
                cell = row.cells[0]
                if cell.address:
                    opened = self.client.get(cell.address)
                    with self.subTest(by=by, line=row.name):
                        self.assertEqual(str(opened.context["number"]), cell.words)
                        self.assertEqual(len(opened.context["found"].stories), int(cell.words))

    def test_photos_open_the_stories_that_show_them(self):
        printed(correspondent("周永卫"), photos=[["马敏"]], headline="有图")
        printed(photographer("马敏"), headline="无图")

        person = Contributor.objects.get(name="马敏")
        self.assertEqual(self.behind(key=person.pk, of="photos"), ["有图"])

    def test_stand_newest_first_and_page_by_position(self):
        for day in range(1, 6):
            printed(reporter("李凡"), on=date(2023, 3, day), headline=f"{day}日")
        stories.PER_PAGE, before = 2, stories.PER_PAGE
        self.addCleanup(setattr, stories, "PER_PAGE", before)

        found, seen = self.client.get(BEHIND, MARCH).context["found"], []
        while found.older:
            seen += [story.headline for story in found.stories]
            found = self.client.get(BEHIND, {**MARCH, "before": found.older}).context["found"]

        self.assertEqual([*seen, *(story.headline for story in found.stories)], ["5日", "4日", "3日", "2日", "1日"])

    def test_withdrawn_ones_are_not_among_them(self):
        story = printed(reporter("李凡"), headline="机密撤稿")
        withdraw(story, reason="有误", by=make_user(is_superuser=True))

        self.assertEqual(self.behind(), [])

    def test_a_line_that_is_none_is_a_404(self):
        for asked in (
            {"key": "x"},
            {"key": "999999"},
            {"key": "9" * 30},
            {"by": "month", "key": "2023-13"},
            {"by": "month", "key": "2023"},
            {"by": "quarter", "key": "2023-Q9"},
            {"by": "role", "key": "king"},
            {"by": "region", "key": "990000"},
            {"by": "month", "without": "1"},
            {"before": "x"},
        ):
            self.assertEqual(self.client.get(BEHIND, {**MARCH, **asked}).status_code, 404, asked)

    def test_costs_the_same_however_many_stories(self):
        def asked_with(more):
            for _each in range(more):
                printed(reporter("李凡"), correspondent("周永卫"))
            with self.assertNumQueries(10):
                self.behind()

        asked_with(1)
        asked_with(3)
