from datetime import date

from django.test import TestCase

from bylines import private
from bylines.models import Contributor
from bylines.sheets.planning import ANOTHER, Outcome, plan
from tests.factories import make_contributor, make_desk, make_region


def outcome(answers=None, with_private=False, **said):
    [line] = plan([(2, said)], answers=answers, with_private=with_private)
    return line


class PlanTests(TestCase):
    def setUp(self):
        self.person = make_contributor(name="何青", unit="县总工会", usual_role="correspondent")

    def test_writes_nothing(self):
        outcome(name="江望")
        outcome(name="何青", unit="县总工会", role="记者")

        self.assertEqual(list(Contributor.objects.values_list("name", "usual_role")), [("何青", "correspondent")])

    def test_tells_new_from_changed_and_from_what_is_so_already(self):
        found = [
            outcome(name=name, unit="县总工会", role=role).outcome
            for name, role in [("江望", "记者"), ("何青", "记者"), ("何青", "通讯员")]
        ]

        self.assertEqual(found, [Outcome.NEW, Outcome.CHANGED, Outcome.SAME])

    def test_means_the_person_of_the_number_whatever_the_name(self):
        line = outcome(key=str(self.person.pk), name="何菁")

        self.assertEqual((line.person, line.changes), (self.person, [["姓名", "何青", "何菁"]]))

    def test_means_the_only_one_of_that_name_where_the_table_has_no_unit(self):
        self.assertEqual(outcome(name="何青").person, self.person)

    def test_asks_where_a_name_is_known_with_another_unit(self):
        line = outcome(name="何青", unit="石门镇")

        self.assertEqual((line.outcome, line.choices), (Outcome.UNCLEAR, [self.person]))

    def test_asks_where_several_have_the_name(self):
        make_contributor(name="何青", unit="石门镇")

        self.assertEqual(outcome(name="何青").outcome, Outcome.UNCLEAR)

    def test_asks_where_it_is_somebodys_pen_name(self):
        self.person.pen_names.create(name="越溪")

        self.assertEqual(outcome(name="越溪").choices, [self.person])

    def test_takes_the_colleagues_answer(self):
        said = {"name": "何青", "unit": "石门镇"}

        self.assertEqual(outcome({2: ANOTHER}, **said).outcome, Outcome.NEW)
        self.assertEqual(outcome({2: str(self.person.pk)}, **said).changes, [["单位", "县总工会", "石门镇"]])
        self.assertEqual(outcome({2: "nonsense"}, **said).outcome, Outcome.UNCLEAR)

    def test_finds_nobody_who_was_merged_away(self):
        gone = make_contributor(name="江望", merged_into=self.person)

        self.assertEqual(outcome(name="江望").outcome, Outcome.NEW)
        self.assertEqual(outcome(key=str(gone.pk), name="江望").outcome, Outcome.WRONG)

    def test_says_what_is_wrong_with_each_cell(self):
        wrong = [
            {"name": "<b>"},
            {"unit": "甲"},
            {"name": "江望", "role": "总统"},
            {"name": "江望", "desk": "没有的部门"},
            {"name": "江望", "region": "没有的地方"},
            {"name": "江望", "since": "2023-02-30"},
            {"name": "江望", "since": "2023-03-02", "until": "2023-03-01"},
            {"name": "江望", "number": "SH-1"},
            {"name": "江望", "unit": "甲" * 101},
            {"name": "江望", "key": "9" * 30},
            {"name": "江望", "key": "999999"},
        ]

        for said in wrong:
            line = outcome(**said)
            self.assertEqual((line.outcome, len(line.why)), (Outcome.WRONG, 1), said)

    def test_lets_a_person_stand_in_one_line_only(self):
        by_key, by_name = (2, {"key": str(self.person.pk), "name": "何青"}), (3, {"name": "何青", "unit": "县总工会"})
        fresh = [(4, {"name": "江望"}), (5, {"name": "江望"}), (6, {"name": "江望", "unit": "甲"})]

        found = [line.outcome for line in plan([by_key, by_name, *fresh])]

        self.assertEqual(found, [Outcome.WRONG] * 4 + [Outcome.NEW])

    def test_reads_days_places_desks_and_other_names_as_people_write_them(self):
        make_region(code="330681", name="诸暨市")
        desk = make_desk(name="地方部")
        for day in ("2023-03-02", "2023/3/2", "2023.3.2", "2023年3月2日", "20230302"):
            self.assertEqual(outcome(name="江望", since=day).values["since"], date(2023, 3, 2), day)

        line = outcome(name="江望", region="诸暨市", desk="地方部", pen_names="越溪、望江", role="特约通讯员")

        self.assertEqual(line.values["region"].code, "330681")
        self.assertEqual((line.values["desk"], line.values["pen_names"]), (desk, ["越溪", "望江"]))

    def test_asks_for_the_code_where_several_places_have_the_name(self):
        make_region(code="330681", name="城关镇", level="county")
        make_region(code="330682", name="城关镇", level="county")

        self.assertEqual(outcome(name="江望", region="城关镇").outcome, Outcome.WRONG)
        self.assertEqual(outcome(name="江望", region="城关镇", region_code="330682").values["region"].code, "330682")

    def test_says_that_private_details_change_and_not_how(self):
        private.keep(self.person, None, phone="13900000001")

        line = outcome(name="何青", phone="13900000002", with_private=True)

        self.assertEqual(line.changes, [["电话", "", "•••"]])
        self.assertEqual(outcome(name="何青", phone="139-0000-0001", with_private=True).outcome, Outcome.SAME)
        self.assertEqual(outcome(name="何青", phone="13900000002").outcome, Outcome.SAME)

    def test_asks_no_more_for_many_lines_than_for_few(self):
        make_region()
        rows = [(2, {"name": "何青", "unit": "县总工会", "region": "诸暨市", "since": "2023-03-02"})]
        more = [(number, {"name": f"江望{number}"}) for number in range(3, 9)]

        for some in (rows, rows + more):
            with self.assertNumQueries(6):
                plan(some)
