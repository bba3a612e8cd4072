from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from unittest import skipUnless

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from articles.filing import relist
from articles.models import Article, Printed
from articles.publishing import withdraw
from bylines.credits import CORRESPONDENT, EDITOR
from bylines.models import Contributor
from tally.answers import Figure, ranked
from tally.asking import STORIES, ask, behind, shares_of
from tally.periods import days, month, year
from tally.questions import CORRESPONDENTS, By, Level, Only, Question, Split, narrowed
from tests.factories import (
    correspondent,
    illustrate,
    make_article,
    make_column,
    make_desk,
    make_issue,
    make_page,
    make_photo,
    make_published,
    make_region,
    make_town,
    photographer,
    place,
    reporter,
)
from tests.plans import only_by_index, plan_of, whole_readings

MARCH = month(2023, 3)
LATER = datetime(2023, 9, 1, tzinfo=UTC)


def printed(*by, on=date(2023, 3, 2), photos=(), at=None, **fields):
    """A story of that issue's second page, or of the web alone where there is an hour."""
    if at is None:
        fields["page"] = make_page(issue=make_issue(on=on, edition=f"e{Article.objects.count()}"))
    story = make_article(
        by=by, stage="ready", published_at=at or datetime(on.year, on.month, on.day, tzinfo=UTC), **fields
    )
    for names in photos:
        illustrate(article=story, photo=make_photo(by=[photographer(name) for name in names]))
    relist(story)
    return story


def lines_of(answer, what="stories"):
    return {line.name: getattr(line.now, what).whole for line in answer.lines}


class AskTests(TestCase):
    def test_whole_and_split(self):
        printed(reporter("李凡"), correspondent("周永卫"), correspondent("王际明"), body="字" * 90)
        printed(correspondent("周永卫"), body="字" * 10)

        answer = ask(Question(MARCH), at=LATER)

        zhou = answer.lines[0].now
        self.assertEqual(answer.lines[0].name, "周永卫")
        self.assertEqual(zhou.stories, Figure(2, Fraction(4, 3)))
        self.assertEqual(zhou.length, Figure(100, Fraction(40)))
        self.assertEqual(answer.total.stories, Figure(2, Fraction(2)))
        self.assertEqual(answer.total.length, Figure(100, Fraction(100)))

    def test_split_within_a_role_and_not_at_all(self):
        printed(reporter("李凡"), correspondent("周永卫"), correspondent("王际明"))

        shared = {
            split: [line.now.stories.split for line in ask(Question(MARCH, split=split), at=LATER).lines]
            for split in Split
        }

        self.assertCountEqual(shared[Split.ROLE], [1, Fraction(1, 2), Fraction(1, 2)])
        self.assertEqual(shared[Split.NONE], [1, 1, 1])
        self.assertEqual(shared[Split.ALL], [Fraction(1, 3)] * 3)

    def test_photos_are_shared_by_who_took_them(self):
        printed(reporter("李凡"), photos=[["马敏", "何青"], ["马敏"]])

        answer = ask(Question(MARCH), at=LATER)

        photos = {line.name: line.now.photos for line in answer.lines}
        self.assertEqual(photos["马敏"], Figure(2, Fraction(3, 2)))
        self.assertEqual(answer.total.photos, Figure(2, Fraction(2)))
        self.assertEqual(photos["李凡"], Figure())

    def test_an_embargo_counts_from_its_hour_without_anybody_doing_anything(self):
        hour = datetime(2023, 3, 2, 6, tzinfo=UTC)
        printed(reporter("李凡"), at=hour)
        question = Question(MARCH)

        told = [ask(question, at=at).total.stories.whole for at in (hour - timedelta(seconds=1), hour)]

        self.assertEqual(told, [0, 1])
        self.assertFalse(behind(question, at=hour - timedelta(seconds=1)).exists())

    def test_what_is_withdrawn_counts_nowhere(self):
        story = make_published(by=[reporter("李凡")])
        question = Question(days(date(2000, 1, 1), date(2100, 1, 1)))
        self.assertEqual(ask(question, before=False).total.stories.whole, 1)

        withdraw(story)

        answer = ask(question, before=False)
        self.assertEqual((answer.lines, bool(answer.total)), ([], False))

    def test_an_editor_counts_where_editors_are_asked_for(self):
        printed(reporter("李凡"), (EDITOR, "何青"))

        self.assertEqual(lines_of(ask(Question(MARCH), at=LATER)), {"李凡": 1})
        self.assertEqual(lines_of(ask(Question(MARCH, only=Only(role=EDITOR)), at=LATER)), {"何青": 1})
        roles = ask(Question(MARCH, By.ROLE), at=LATER)
        self.assertEqual({line.key: line.now.stories.whole for line in roles.lines}, {"reporter": 1, "editor": 1})
        self.assertEqual(roles.total.stories.whole, 1)

    def test_by_regions_with_all_below(self):
        town = make_town()
        other = make_region(code="330682", name="上虞区", parent=town.parent.parent)
        printed(correspondent("周永卫"), correspondent("王际明"))
        printed(correspondent("王际明"))
        Contributor.objects.filter(name="周永卫").update(region=town)
        Contributor.objects.filter(name="王际明").update(region=other)

        counties = ask(Question(MARCH, By.REGION, level=Level.COUNTY), at=LATER)
        cities = ask(Question(MARCH, By.REGION, level=Level.CITY), at=LATER)
        below = ask(Question(MARCH, only=Only(region="330681")), at=LATER)

        self.assertEqual(lines_of(counties), {"上虞区": 2, "诸暨市": 1})
        self.assertEqual(lines_of(cities), {"绍兴市": 2})
        self.assertEqual(cities.lines[0].now.stories.split, 2)
        self.assertEqual(lines_of(below), {"周永卫": 1})

    def test_of_the_people_of_one_desk(self):
        printed(reporter("李凡"))
        printed(reporter("何青"))
        desk = make_desk()
        Contributor.objects.filter(name="李凡").update(desk=desk)

        answer = ask(Question(MARCH, only=Only(desk=desk.pk)), at=LATER)

        self.assertEqual(lines_of(answer), {"李凡": 1})

    def test_two_regions_of_one_name_say_where_they_are(self):
        nanjing, fuzhou = (
            make_region(code=code, name=name, level="province")
            for code, name in (("320000", "江苏省"), ("350000", "福建省"))
        )
        for code, above in (("320106", nanjing), ("350102", fuzhou)):
            printed(reporter("李凡"), regions=[make_region(code=code, name="鼓楼区", parent=above)])

        answer = ask(Question(MARCH, By.PLACE), at=LATER)

        self.assertEqual(lines_of(answer), {"鼓楼区（江苏省）": 1, "鼓楼区（福建省）": 1})

    def test_a_story_on_two_pages_counts_at_each_and_once_in_all(self):
        story = printed(reporter("李凡"))
        place(article=story, page=make_page(issue=story.pages.get().issue, label="08"))
        relist(story)

        answer = ask(Question(MARCH, By.PAGE), at=LATER)

        self.assertEqual(lines_of(answer), {"第02版": 1, "第08版": 1})
        self.assertEqual(answer.total.stories.whole, 1)

    def test_by_column_and_issue(self):
        story = printed(reporter("李凡"), column=make_column(name="基层见闻"))
        printed(reporter("李凡"), at=datetime(2023, 3, 5, tzinfo=UTC))
        issue = story.pages.get().issue

        self.assertEqual(lines_of(ask(Question(MARCH, By.COLUMN), at=LATER)), {"基层见闻": 1, "没有专栏": 1})
        self.assertEqual(lines_of(ask(Question(MARCH, By.ISSUE), at=LATER)), {str(issue): 1, "只在网上": 1})

    def test_every_month_of_a_year_stands_there_beside_that_of_the_year_before(self):
        printed(reporter("李凡"), on=date(2023, 3, 2))
        printed(reporter("李凡"), on=date(2022, 3, 9))
        printed(reporter("李凡"), on=date(2022, 3, 10))

        answer = ask(Question(year(2023), By.MONTH), at=datetime(2024, 2, 1, tzinfo=UTC))

        self.assertEqual(len(answer.lines), 12)
        march = answer.lines[2]
        self.assertEqual((march.key, march.now.stories.whole, march.before.stories.whole), ("2023-03", 1, 2))
        self.assertEqual(march.change.stories.whole, -1)
        self.assertEqual((answer.total.stories.whole, answer.total_before.stories.whole), (1, 2))

    def test_a_running_month_is_compared_with_as_many_days(self):
        for day in (date(2023, 3, 2), date(2023, 2, 3), date(2023, 2, 20)):
            printed(reporter("李凡"), on=day)

        answer = ask(Question(MARCH), at=datetime(2023, 3, 5, tzinfo=UTC))

        self.assertEqual(answer.compared_with, days_of_february(5))
        self.assertEqual((answer.total.stories.whole, answer.total_before.stories.whole), (1, 1))

    def test_who_is_not_printed_any_more_stands_there_with_nothing(self):
        printed(reporter("李凡"), on=date(2023, 2, 2))

        line = ask(Question(MARCH), at=LATER).lines[0]

        self.assertEqual((bool(line.now), line.before.stories.whole), (False, 1))

    def test_correspondents_are_ranked_and_equals_share_a_rank(self):
        printed(reporter("李凡"), correspondent("周永卫"), correspondent("王际明"), (CORRESPONDENT, "梁昊"))
        printed(correspondent("周永卫"))

        answer = ask(Question(MARCH, only=Only(role=CORRESPONDENTS)), at=LATER)

        self.assertEqual(
            [(rank, line.name) for rank, line in ranked(answer)], [(1, "周永卫"), (2, "梁昊"), (2, "王际明")]
        )

    def test_a_line_is_opened_by_something_else(self):
        story = printed(reporter("李凡"), column=make_column())
        printed(reporter("李凡"))
        question = Question(MARCH, By.COLUMN)

        inside = narrowed(question, story.column_id)

        self.assertEqual(inside.only, Only(column=story.column_id))
        self.assertEqual(ask(inside, at=LATER).total.stories.whole, 1)
        self.assertIsNone(narrowed(Question(MARCH, By.REGION), ""))
        self.assertEqual(narrowed(Question(year(2023), By.MONTH), "2023-03").period, MARCH)
        self.assertQuerySetEqual(behind(question, story.column_id, of=STORIES, at=LATER), [story])

    def test_names_are_chinese(self):
        with translation.override("zh-hans"):
            answer = ask(Question(year(2023), By.QUARTER), at=LATER)

        self.assertEqual(answer.lines[0].name, "2023年第1季度")


class SharesOfTests(TestCase):
    def test_of_a_draft_as_of_a_printed_one(self):
        story = make_article(by=[reporter("李凡"), correspondent("周永卫"), (EDITOR, "何青")])
        illustrate(article=story, photo=make_photo(by=[photographer("马敏")]))
        draft = shares_of(story)
        Article.objects.update(stage="ready", published_at=timezone.now())
        relist(Article.objects.get())

        self.assertEqual([share.part for share in draft], [Fraction(1, 2), Fraction(1, 2), 1])
        self.assertEqual(shares_of(story), draft)
        self.assertEqual(Printed.objects.count(), 4)


class PlanTests(TestCase):
    """A year of a million stories is a stretch of one index, whatever is asked of it."""

    @classmethod
    def setUpTestData(cls):
        cls.story = printed(reporter("李凡"), regions=[make_town()], column=make_column(), photos=[["马敏"]])
        cls.person = cls.story.bylines.get().contributor

    def test_no_question_reads_a_large_table_whole(self):
        several = Only(region="330000", place="330000", role=CORRESPONDENTS, page="02", unit="县总工会")
        for by in By:
            for only in (Only(), several, Only(issue=self.story.pages.get().issue_id)):
                with self.subTest(by=by, only=only):
                    found = whole_readings(lambda by=by, only=only: ask(Question(MARCH, by, only), at=LATER))
                    self.assertEqual([line for line, _sql in found if not is_of_days(line)], [])

    def test_the_days_are_read_out_of_the_index_alone(self):
        self.assertIn("articles_printed_by_day", self.plan(Only()))

    @skipUnless(connection.vendor == "sqlite", "PostgreSQL goes by how many rows a table has, and here are five")
    def test_of_one_person_only_the_own_rows_are_read(self):
        self.assertIn("articles_printed_of_person", self.plan(Only(person=self.person.pk)))

    def plan(self, only):
        with CaptureQueriesContext(connection) as asked:
            ask(Question(MARCH, By.MONTH, only), before=False, at=LATER)
        with only_by_index():
            return "\n".join(plan_of(asked[0]["sql"]))

    def test_costs_the_same_for_one_person_and_for_many(self):
        with CaptureQueriesContext(connection) as one:
            ask(Question(MARCH), at=LATER)
        printed(*(reporter(f"记者{number}") for number in range(9)))
        with CaptureQueriesContext(connection) as many:
            ask(Question(MARCH), at=LATER)

        self.assertEqual(len(many), len(one))


def is_of_days(line):
    """SQLite calls a search between two days one without an equal sign; it is what the index is for."""
    return "articles_printed_by_day" in line and "printed_on>" in line


def days_of_february(last):
    whole = month(2023, 2)
    return type(whole)(whole.first, date(2023, 2, last), whole.kind)
