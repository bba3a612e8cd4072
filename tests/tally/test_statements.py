from datetime import date

from bylines.models import Contributor, Role, Term
from tally.asking import ask
from tally.periods import year
from tally.questions import Only, Question
from tally.statement import statements_of
from tally.views import statements
from tests.factories import correspondent, photographer, reporter
from tests.tally.test_asking import printed
from tests.tally.test_tally_page import MARCH, PAGE, TallyTestCase


def of(name):
    return Contributor.objects.get(name=name)


class StatementTests(TallyTestCase):
    def sheet(self, name, number=2023):
        return self.client.get(f"{PAGE}statements/{of(name).pk}/{number}/")

    def test_lists_each_story_with_its_place_and_share(self):
        story = printed(reporter("李凡"), correspondent("周永卫"), headline="合写的稿", body="字" * 90)

        response = self.sheet("周永卫")

        page = story.placements.get().page
        [line] = response.context["statements"][0].lines
        self.assertEqual((line.story, line.places, line.share, line.length), (story, [page], "1/2", 90))
        self.assertContains(response, page.get_absolute_url())
        self.assertContains(response, page.issue.get_absolute_url())

    def test_its_sums_are_those_of_the_statistics(self):
        printed(reporter("李凡"), correspondent("周永卫"), correspondent("王际明"), body="字" * 70)
        printed(reporter("李凡"), (Role.EDITOR, "周永卫"), photos=[["李凡"], ["李凡", "周永卫"]])
        printed((Role.REPORTER, "李凡"), (Role.CORRESPONDENT, "李凡"), correspondent("王际明"), on=date(2023, 7, 1))
        printed(photographer("李凡"), on=date(2023, 12, 31), at=None)
        printed(reporter("李凡"), on=date(2022, 12, 31))

        people = list(Contributor.objects.all())
        for statement in statements_of(people, 2023):
            asked = ask(Question(year(2023), only=Only(person=statement.person.pk)), before=False)
            self.assertEqual(statement.figures, asked.total, statement.person)

    def test_has_the_cards_of_that_year(self):
        printed(correspondent("周永卫"))
        for since, until, number in ((2020, 2021, "旧1"), (2022, 2023, "甲2"), (2023, None, "乙3")):
            end = until and date(until, 6, 30)
            Term.objects.create(contributor=of("周永卫"), since=date(since, 7, 1), until=end, number=number)

        self.assertEqual(self.sheet("周永卫").context["statements"][0].cards, "甲2、乙3")

    def test_of_a_year_with_nothing_says_so(self):
        printed(reporter("李凡"))

        self.assertContains(self.sheet("李凡", 2021), "这一年没有见报。")

    def test_no_such_year_and_no_such_person(self):
        printed(reporter("李凡"))

        for address in (f"{of('李凡').pk}/0/", f"{of('李凡').pk}/99999/", "999999/2023/", "9" * 30 + "/2023/"):
            self.assertEqual(self.client.get(f"{PAGE}statements/{address}").status_code, 404, address)

    def test_many_come_so_many_at_once(self):
        statements.AT_ONCE, before = 2, statements.AT_ONCE
        self.addCleanup(setattr, statements, "AT_ONCE", before)
        for name in ("甲", "乙", "丙"):
            printed(correspondent(name))
        printed(reporter("李凡"))

        first = self.client.get(f"{PAGE}statements/", {**MARCH, "role": "correspondents"})
        second = self.client.get(f"{PAGE}statements/" + first.context["following"])

        shown = [one.person.name for page in (first, second) for one in page.context["statements"]]
        self.assertCountEqual(shown, ["甲", "乙", "丙"])
        self.assertEqual(first.context["stretch"], (1, 2, 3))
        self.assertFalse(second.context["has_following"])

    def test_costs_the_same_however_many_people(self):
        def asked_with(*names):
            printed(*map(correspondent, names))
            with self.assertNumQueries(13):
                self.client.get(f"{PAGE}statements/", MARCH)

        asked_with("甲")
        asked_with("乙", "丙", "丁")
