from datetime import date

from django.test import TestCase

from bylines import private
from bylines.models import Contributor
from bylines.sheets.planning import Outcome, plan
from bylines.sheets.reading import read_table
from bylines.sheets.taking import ChangedMeanwhile, take_in
from bylines.sheets.writing import sheet_of
from desk.models import AuditEntry
from desk.sheets.delimited import delimited
from desk.sheets.excel import book
from newsroom.groups import CHIEF
from tests.factories import make_contributor, make_desk, make_region, make_user


class TakeInTests(TestCase):
    def setUp(self):
        self.chief = make_user(group=CHIEF)
        self.person = make_contributor(name="何青", unit="县总工会")

    def take(self, *rows, with_private=False):
        rows = list(enumerate(rows, start=2))
        seen = [line.mark for line in plan(rows, with_private=with_private)]
        return take_in(rows, answers={}, seen=seen, by=self.chief, with_private=with_private)

    def test_enters_changes_and_leaves_out(self):
        done = self.take({"name": "江望", "unit": "甲"}, {"name": "何青", "role": "通讯员"}, {"name": "<b>"})

        self.assertEqual(done, {Outcome.NEW: 1, Outcome.CHANGED: 1, Outcome.WRONG: 1})
        self.assertEqual(
            sorted(Contributor.objects.values_list("name", "unit", "usual_role")),
            [("何青", "县总工会", "correspondent"), ("江望", "甲", "correspondent")],
        )

    def test_of_the_same_table_changes_nothing_the_second_time(self):
        row = {
            "name": "江望",
            "unit": "甲",
            "since": "2023-03-02",
            "number": "SH-1",
            "pen_names": "越溪",
            "phone": "13900000001",
        }
        self.take(row, with_private=True)

        self.assertEqual(self.take(row, with_private=True), {Outcome.SAME: 1})

        person = Contributor.objects.get(name="江望")
        self.assertEqual((person.terms.count(), person.pen_names.count(), person.sound), (1, 1, "jiangwang jw"))
        self.assertEqual(private.of_phone("13900000001"), person)

    def test_is_refused_where_the_register_has_changed_since_the_look(self):
        rows = [(2, {"name": "江望"})]
        seen = [line.mark for line in plan(rows)]
        make_contributor(name="江望")

        with self.assertRaises(ChangedMeanwhile):
            take_in(rows, answers={}, seen=seen, by=self.chief)
        self.assertEqual(Contributor.objects.filter(name="江望").count(), 1)

    def test_leaves_what_an_empty_cell_says_nothing_of(self):
        self.person.terms.create(since=date(2023, 3, 2), until=date(2024, 3, 1), number="SH-1")

        self.take({"name": "何青", "since": "2023-03-02", "position": "通讯员"})

        term = self.person.terms.get()
        self.assertEqual((term.until, term.number, term.position), (date(2024, 3, 1), "SH-1", "通讯员"))

    def test_is_noted_without_a_name(self):
        self.take({"name": "江望"})

        self.assertEqual(AuditEntry.objects.get(verb="import_register").words, "+1 ~0")


class RoundTripTests(TestCase):
    """What goes out comes in again as it is, in every kind of file."""

    def test_changes_nothing(self):
        chief, desk = make_user(group=CHIEF), make_desk(name="地方部")
        region = make_region()
        person = make_contributor(name="何青", unit="=1+1", region=region, desk=desk, usual_role="correspondent")
        person.terms.create(since=date(2023, 3, 2), until=date(2024, 3, 1), position="通讯员", number="-16")
        person.pen_names.create(name="越溪")
        private.keep(person, None, phone="+4912345678", account="00123456")

        sheet = sheet_of(Contributor.objects.all(), private_for=chief)

        for data in (book([sheet]), delimited(sheet, "utf-8"), delimited(sheet, "gb18030")):
            [line] = plan(read_table(data).rows, with_private=True)
            self.assertEqual((line.outcome, line.changes, line.why), (Outcome.SAME, [], []))

    def test_says_nothing_private_unless_asked(self):
        private.keep(make_contributor(name="何青"), None, phone="13900000001")

        data = delimited(sheet_of(Contributor.objects.all()), "utf-8").decode()

        self.assertNotIn("13900000001", data)
        self.assertNotIn("电话", data)
        self.assertFalse(AuditEntry.objects.filter(verb="look_private").exists())

    def test_asks_no_more_for_many_people_than_for_one(self):
        for _number in range(3):
            make_contributor()
            with self.assertNumQueries(3):
                list(sheet_of(Contributor.objects.all()).rows)
