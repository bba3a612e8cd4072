from datetime import date
from itertools import count
from unittest import mock

from django.test import TestCase

from articles.merging import merge
from bylines.models import Contributor
from newsroom.groups import EDITOR, PHOTOGRAPHER, REPORTER
from tally import table
from tests.factories import correspondent, make_column, make_contributor, make_desk, make_town, make_user, reporter
from tests.tally.test_asking import printed

PAGE = "/admin/tally/"
MARCH = {"year": "2023", "part": "3"}


def rows_in(response):
    """{name: the words of its cells} of the table."""
    table = response.context["table"]
    return {row.name: [cell.words for cell in row.cells] for row in table.rows}


class TallyTestCase(TestCase):
    def setUp(self):
        self.client.force_login(make_user(group=EDITOR))

    def ask(self, **asked):
        return self.client.get(PAGE, {**MARCH, **asked})


class TallyPageTests(TallyTestCase):
    def test_counts_by_contributor_and_ranks(self):
        printed(reporter("李凡"), correspondent("周永卫"))
        printed(correspondent("周永卫"), correspondent("王际明"))

        response = self.ask()

        rows = response.context["table"].rows
        self.assertEqual((rows[0].rank, rows[0].name, rows[0].cells[0].words), (1, "周永卫", "2"))
        self.assertEqual({row.rank for row in rows[1:]}, {2})
        self.assertEqual(response.context["table"].total.cells[0].words, "2")
        self.assertTrue(response.context["table"].differs)

    def test_says_what_was_before_and_by_how_much_it_changed(self):
        printed(reporter("李凡"), on=date(2023, 2, 2))
        for day in (2, 3, 4):
            printed(reporter("李凡"), on=date(2023, 3, day))
        printed(reporter("王际明"), on=date(2023, 2, 3))

        rows = {row.name: row for row in self.ask().context["table"].rows}

        self.assertEqual((rows["李凡"].before_words, rows["李凡"].change_words), ("1", "+2"))
        self.assertEqual(rows["李凡"].percent_words, "+200%")
        self.assertEqual((rows["王际明"].rank, rows["王际明"].change_words), (None, "-1"))

    def test_shares_add_up_to_the_sum(self):
        printed(reporter("李凡"), correspondent("周永卫"), correspondent("王际明"))

        table = self.ask(split="all").context["table"]

        self.assertEqual([row.cells[0].split for row in table.rows], ["0.33"] * 3)
        self.assertEqual(sum(row.now for row in table.rows), table.total.now)
        self.assertContains(self.ask(split="all"), "折合0.33")

    def test_is_narrowed_to_whatever_is_chosen(self):
        column = make_column()
        story = printed(correspondent("周永卫"), column=column)
        printed(reporter("李凡"))
        Contributor.objects.filter(name="周永卫").update(unit="总工会", region=make_town(), desk=make_desk())
        person = Contributor.objects.get(name="周永卫")

        for name, value in {
            "person": person.pk,
            "unit": "总工会",
            "region": person.region.parent_id,
            "desk": person.desk_id,
            "role": "correspondents",
            "column": column.pk,
            "issue": story.placements.get().page.issue_id,
        }.items():
            self.assertEqual(list(rows_in(self.ask(**{name: value}))), ["周永卫"], name)

    def test_counts_towns_with_their_county(self):
        printed(correspondent("周永卫"))
        Contributor.objects.update(region=make_town())

        row = self.ask(by="region", level="county").context["table"].rows[0]

        self.assertEqual((row.name, row.beside), ("诸暨市", "绍兴市"))

    def test_a_region_opens_what_lies_below_and_a_person_the_months(self):
        printed(correspondent("周永卫"))
        Contributor.objects.update(region=make_town())

        for asked, below in {
            ("region", "city"): "诸暨市",
            ("region", "county"): "周永卫",
            ("person", "county"): "2023年3月",
            ("month", "county"): "周永卫",
            ("role", "county"): "周永卫",
            ("unit", "county"): None,
        }.items():
            by, level = asked
            [row] = self.ask(by=by, level=level).context["table"].rows
            opened = list(rows_in(self.client.get(PAGE + row.narrower))) if row.narrower else [None]
            self.assertEqual(opened, [below], asked)

    def test_every_way_of_counting_answers(self):
        printed(correspondent("周永卫"), photos=[["马敏"]])

        for by in ("person", "unit", "region", "place", "role", "column", "page", "issue", "month", "quarter", "year"):
            for order in ("stories", "photos", "length"):
                with self.subTest(by=by, order=order):
                    self.assertContains(self.ask(by=by, order=order, split="role"), "合计")

    def test_times_are_drawn_by_short_names(self):
        printed(reporter("李凡"))

        for asked, name in {
            "year=2023&by=month": ">3月</text>",
            "year=2023&by=quarter": ">第1季度</text>",
            "first=2022-03-01&last=2023-04-30&by=month": ">2022.3</text>",
            "first=2022-03-01&last=2023-04-30&by=year": ">2023</text>",
            "year=2023": ">3月</text>",
        }.items():
            self.assertContains(self.client.get(f"{PAGE}?{asked}"), name, msg_prefix=asked)

    def test_many_lines_are_bounded_and_the_others_summed(self):
        self.enterContext(mock.patch.object(table, "SHOWN", 2))
        printed(*map(reporter, "甲乙丙丁戊"))

        shown = self.ask()

        self.assertEqual((len(rows_in(shown)), shown.context["table"].number_of_rest), (2, 3))
        self.assertEqual(shown.context["table"].rest.cells[0].words, "3")
        self.assertContains(shown, "其余3行")

    def test_all_lines_are_reached_so_many_at_a_time(self):
        self.enterContext(mock.patch.object(table, "SHOWN", 2))
        printed(*map(reporter, "甲乙丙"))

        first = self.ask()
        second = self.client.get(PAGE + first.context["table"].following)

        self.assertCountEqual([*rows_in(first), *rows_in(second)], "甲乙丙")
        self.assertEqual(second.context["table"].rest.cells[0].words, "2")
        self.assertEqual(rows_in(self.client.get(PAGE + second.context["table"].leading)), rows_in(first))
        self.assertFalse(second.context["table"].following)

    def test_a_place_beyond_the_last_line_shows_the_last_ones(self):
        printed(reporter("李凡"))

        for start in ("9" * 18, "x", "-1"):
            self.assertEqual(list(rows_in(self.ask(start=start))), ["李凡"])

    def test_costs_the_same_however_many_lines(self):
        number = count()

        def asked_with(more):
            for _each in range(more):
                printed(correspondent(f"通讯员{next(number)}"))
            with self.assertNumQueries(13):
                self.ask()

        asked_with(1)
        asked_with(3)

    def test_who_was_merged_is_counted_and_asked_for_as_who_they_became(self):
        printed(correspondent("周永卫"))
        printed(correspondent("周勇卫"))
        gone, into = (Contributor.objects.get(name=name) for name in ("周勇卫", "周永卫"))
        merge(gone, into, by=make_user(is_superuser=True))

        shown = self.ask(person=gone.pk, by="person")

        self.assertEqual({name: cells[0] for name, cells in rows_in(shown).items()}, {"周永卫": "2"})
        statement = self.client.get(f"{PAGE}statements/{gone.pk}/2023/")
        self.assertRedirects(statement, f"{PAGE}statements/{into.pk}/2023/")

    def test_a_long_name_and_markup_in_it_do_no_harm(self):
        make_contributor(name="<b>长" + "长" * 70)
        printed(reporter("<b>长" + "长" * 70))

        self.assertContains(self.ask(), "&lt;b&gt;长")


class PeriodTests(TallyTestCase):
    def periods_of(self, **asked):
        return self.client.get(PAGE, asked).context["form"].period

    def test_a_month_a_quarter_a_year_or_any_days(self):
        for asked, days in {
            ("year=2023", "part=3"): (date(2023, 3, 1), date(2023, 3, 31)),
            ("year=2023", "part=q2"): (date(2023, 4, 1), date(2023, 6, 30)),
            ("year=2023", "part="): (date(2023, 1, 1), date(2023, 12, 31)),
            ("first=2023-03-05", "last=2023-03-06"): (date(2023, 3, 5), date(2023, 3, 6)),
        }.items():
            period = self.periods_of(**dict(one.split("=") for one in asked))
            self.assertEqual((period.first, period.last), days)

    def test_an_empty_period_and_one_to_come_say_so(self):
        for asked in (MARCH, {"year": "2199"}, {"first": "2190-01-01", "last": "2199-12-31"}, {"year": "1900"}):
            self.assertContains(self.client.get(PAGE, asked), "这段时间没有符合条件的用稿。")

    def test_what_nobody_can_mean_is_said_in_words(self):
        for asked, words in {
            "year=23": "请写四位数的年份",
            "year=abc": "请写四位数的年份",
            "year=99999999999999999999": "请写四位数的年份",
            "first=2023-03-02": "起止日期要两个都填",
            "first=2023-03-05&last=2023-03-02": "止日在起日之前",
            "first=0001-01-01&last=9999-12-31": "只统计1900年到2199年",
            "first=heute&last=2023-03-02": "日期请写成2023-03-02的样子",
            "by=nothing": "nothing",
            "level=moon": "moon",
            "part=13": "13",
            "split=x": "x",
            "order=x": "x",
            "role=x": "x",
            "person=999999": "没有这条记录",
            "person=abc": "没有这条记录",
            "column=²": "没有这条记录",
            "region=99999999999999999999": "没有这条记录",
            "issue=0": "没有这条记录",
            "desk=x": "",
            "unit=" + "长" * 101: "100",
        }.items():
            response = self.client.get(f"{PAGE}?{asked}")
            self.assertContains(response, words, msg_prefix=asked)
            self.assertNotIn("table", response.context, asked)
            for beside in ("stories/", "files/table/", "statements/"):
                self.assertEqual(self.client.get(f"{PAGE}{beside}?{asked}").status_code, 302, asked)


class SightTests(TestCase):
    def signed_in(self, group, **fields):
        user = make_user(group=group)
        self.client.force_login(user)
        return make_contributor(user=user, **fields) if fields else user

    def test_a_reporter_sees_the_own_figures_whatever_the_address_asks_for(self):
        own = self.signed_in(REPORTER, name="李凡")
        other = make_contributor(name="王际明")
        printed(reporter("李凡"))
        for _each in range(3):
            printed(reporter("王际明"))

        for asked in ({}, {"person": other.pk}, {"by": "person"}, {"by": "unit", "unit": "x"}):
            response = self.client.get(PAGE, {**MARCH, **asked})
            self.assertEqual(response.context["table"].total.cells[0].words, "1", asked)
            self.assertNotContains(response, "王际明")
        self.assertEqual(response.context["sight"].own, own)

    def test_nor_by_the_ways_beside(self):
        self.signed_in(REPORTER, name="李凡")
        other = make_contributor(name="王际明")
        printed(reporter("王际明"), headline="别人的稿")

        self.assertNotContains(
            self.client.get(f"{PAGE}stories/", {**MARCH, "by": "person", "key": other.pk}), "别人的稿"
        )
        self.assertNotContains(self.client.get(f"{PAGE}files/csv-utf-8/", MARCH), "王际明")
        self.assertEqual(self.client.get(f"{PAGE}statements/{other.pk}/2023/").status_code, 403)
        self.assertEqual(self.client.get(f"{PAGE}statements/").status_code, 403)

    def test_an_account_that_is_no_contributors_is_told_so(self):
        for group in (REPORTER, PHOTOGRAPHER):
            self.signed_in(group)

            self.assertContains(self.client.get(PAGE), "你的账号还没有对应到作者库里的人")

    def test_who_does_not_see_the_register_sees_nothing(self):
        self.client.force_login(make_user())

        self.assertEqual(self.client.get(PAGE).status_code, 403)
