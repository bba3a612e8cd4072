"""Whatever is asked of whatever was printed: the answer is that of a recount."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles.filing import relist
from articles.models import Illustration
from articles.printed_proof import wrong_prints
from bylines.credits import CORRESPONDENT, EDITOR, PHOTOGRAPHER, REPORTER, ROLES
from bylines.models import Byline
from media.models import Photo
from tally.asking import PHOTOS, STORIES, ask, behind
from tally.periods import days, month, year
from tally.questions import CORRESPONDENTS, By, Level, Only, Question, Split
from tests.factories import (
    make_article,
    make_column,
    make_contributor,
    make_issue,
    make_page,
    make_region,
    make_town,
    place,
)
from tests.tally.recounting import recounted

NOW = datetime(2023, 3, 20, 4, tzinfo=UTC)
PEOPLE, PLACES, PAGES, COLUMNS = 5, 6, 6, 2
CREDITS = st.sets(st.tuples(st.integers(0, PEOPLE - 1), st.sampled_from(ROLES)), max_size=5)
TOOK = st.sets(st.tuples(st.integers(0, PEOPLE - 1), st.sampled_from(["", REPORTER, CORRESPONDENT])), max_size=3)
STORIES_MADE = st.lists(
    st.fixed_dictionaries(
        {
            "hours": st.integers(-24 * 500, 48),
            "is_withdrawn": st.integers(0, 7).map(lambda number: number == 0),
            "words": st.integers(1, 30),
            "credits": CREDITS,
            "photos": st.lists(TOOK, max_size=3),
            "pages": st.sets(st.integers(0, PAGES - 1), max_size=3),
            "places": st.sets(st.integers(0, PLACES - 1), max_size=3),
            "column": st.none() | st.integers(0, COLUMNS - 1),
        }
    ),
    max_size=6,
)


class AgreementTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        town = make_town()
        county, city, province = town.parent, town.parent.parent, town.parent.parent.parent
        other = make_region(code="330682", name="上虞区", parent=city)
        cls.regions = [town, county, city, province, other, make_region(code="110000", name="北京市", level="province")]
        units = ["县总工会", "县总工会", "", "供电局", "供电局"]
        homes = [town, other, None, city, county]
        cls.people = [
            make_contributor(name=f"作者{number}", unit=unit, region=home)
            for number, (unit, home) in enumerate(zip(units, homes, strict=True))
        ]
        days = [date(2023, 3, 2), date(2023, 3, 2), date(2023, 3, 25), date(2022, 2, 27), date(2022, 2, 27)]
        issues = [make_issue(on=day, edition="extra" * (number % 2)) for number, day in enumerate(days)]
        cls.pages = [make_page(issue=issue, label="02") for issue in issues] + [make_page(issue=issues[0], label="03")]
        cls.columns = [make_column(name=f"专栏{number}") for number in range(COLUMNS)]
        cls.taken = [Photo.objects.create(caption="职工在比赛。") for _number in range(3)]

    def make(self, said):
        fields = {"column": None if said["column"] is None else self.columns[said["column"]]}
        hour = NOW + timedelta(hours=said["hours"])
        gone = {"withdrawn_at": hour} if said["is_withdrawn"] else {}
        regions = [self.regions[number] for number in sorted(said["places"])]
        story = make_article(
            body="字" * said["words"], stage="ready", published_at=hour, regions=regions, **fields, **gone
        )
        for number in sorted(said["pages"]):
            place(article=story, page=self.pages[number])
        for order, (person, role) in enumerate(sorted(said["credits"])):
            Byline.objects.create(article=story, contributor=self.people[person], role=role, order=order)
        for photo, took in zip(self.taken, said["photos"], strict=False):
            Illustration.objects.create(article=story, photo=photo)
            for person, standing in sorted(took):
                line = {"photo": photo, "contributor": self.people[person], "role": PHOTOGRAPHER}
                Byline.objects.get_or_create(**line, defaults={"standing": standing})
        return story

    def print_all(self, made):
        stories = [self.make(said) for said in made]
        for story in stories:
            relist(story)

    def questions(self):
        people = st.integers(0, PEOPLE - 1).map(lambda number: self.people[number].pk)
        only = st.builds(
            Only,
            person=st.none() | people,
            unit=st.sampled_from([None, None, "县总工会", ""]),
            region=st.sampled_from([None, None, "330000", "330600", "330682"]),
            place=st.sampled_from([None, None, "330000", "330681"]),
            role=st.sampled_from([None, None, CORRESPONDENTS, EDITOR, PHOTOGRAPHER, (REPORTER,)]),
            column=st.sampled_from([None, None, 0, self.columns[0].pk]),
            page=st.sampled_from([None, None, "02"]),
            issue=st.sampled_from([None, None, None, 0, self.pages[0].issue_id]),
        )
        periods = st.sampled_from(
            [year(2023), month(2023, 3), days(date(2022, 2, 1), date(2023, 3, 20)), month(2023, 5)]
        )
        return st.builds(Question, periods, st.sampled_from(By), only, st.sampled_from(Level), st.sampled_from(Split))

    @settings(max_examples=60, deadline=None)
    @given(STORIES_MADE, st.data())
    def test_of_any_question(self, made, drawn):
        self.print_all(made)
        self.assertEqual(list(wrong_prints()), [])
        for _number in range(8):
            question = drawn.draw(self.questions())
            answer = ask(question, at=NOW)

            lines, total = recounted(Question(answer.period, *rest_of(question)), NOW)
            self.assertEqual({line.key: line.now for line in answer.lines if line.now}, lines)
            self.assertEqual(answer.total, total)
            _lines, total_before = recounted(Question(answer.compared_with, *rest_of(question)), NOW)
            self.assertEqual(answer.total_before, total_before)
            for line in [*answer.lines[:2], None]:
                self.assert_behind(question, line, answer)

    def assert_behind(self, question, line, answer):
        figures, key = (line.now, line.key) if line else (answer.total, None)
        stories = behind(question, key, of=STORIES, at=NOW)
        self.assertEqual(stories.count(), figures.stories.whole)
        pictured = behind(question, key, of=PHOTOS, at=NOW)
        self.assertEqual(bool(figures.photos.whole), pictured.exists())

    @settings(max_examples=30, deadline=None)
    @given(STORIES_MADE)
    def test_what_everybody_shares_is_the_whole(self, made):
        self.print_all(made)

        answer = ask(Question(year(2023)), at=NOW)

        for what in ("stories", "photos", "length"):
            shared = sum(getattr(line.now, what).split for line in answer.lines)
            total = getattr(answer.total, what)
            self.assertEqual((shared, total.split), (total.whole, total.whole))


def rest_of(question):
    return question.by, question.only, question.level, question.split
