import json
from datetime import date
from io import StringIO

from django.core.management import CommandError, call_command
from django.test import TestCase

from articles.checks import STORY_CHECKS, Check, Found, Level, blocking_stories, check_issue, check_story
from articles.checks.waiving import waive
from newsroom.groups import EDITOR
from tests.articles.checks.checking import codes
from tests.factories import (
    illustrate,
    make_article,
    make_issue,
    make_page,
    make_photo,
    make_user,
    photographer,
    reporter,
)


class RegisterTests(TestCase):
    def test_runs_the_check_of_an_app_above(self):
        find = lambda story: [Found("body", 0, 2, said={"day": "昨天"})]  # noqa: E731
        STORY_CHECKS.append(Check("weather-old", Level.WARNING, "The forecast is of %(day)s.", find))
        self.addCleanup(STORY_CHECKS.pop)

        hit = next(hit for hit in check_story(make_article()) if hit.code == "weather-old")

        self.assertEqual((hit.message, hit.text), ("The forecast is of 昨天.", "日前"))

    def test_no_two_checks_have_one_code(self):
        names = [check.code for check in STORY_CHECKS]

        self.assertEqual(len(names), len(set(names)))

    def test_errors_come_first(self):
        found = codes(make_article(headline="春天的的", body="花开了,在2月30日。"))

        self.assertEqual(found[0], "impossible-date")
        self.assertEqual(found[-1], "region-missing")


class CostTests(TestCase):
    def setUp(self):
        self.issue = make_issue()
        self.add_story("01")

    def add_story(self, label):
        page = make_page(issue=self.issue, label=label)
        article = make_article(
            headline=f"第{label}版", by=[reporter("李凡")], page=page, body="记者周永卫报道 春天来了,花开。"
        )
        illustrate(article=article, photo=make_photo(by=[photographer("马敏")]), alt="一")

    def test_asks_as_often_for_three_stories_as_for_one(self):
        check_issue(self.issue)  # the list of phrases is read once in a process
        with self.assertNumQueries(13):
            check_issue(self.issue)

        self.add_story("02"), self.add_story("03")

        with self.assertNumQueries(13):
            check_issue(self.issue)

    def test_asks_a_fixed_number_of_questions_about_one_story(self):
        [(article, _hits)] = check_issue(self.issue).stories

        with self.assertNumQueries(10):
            check_story(article)

    def test_names_the_stories_of_many_that_have_errors(self):
        good, bad = make_article(headline="好"), make_article(headline="坏", body="2月30日，花开。")

        [(article, hits)] = blocking_stories([good, bad])

        self.assertEqual((article, [hit.text for hit in hits]), (bad, ["2月30日"]))


class CommandTests(TestCase):
    def setUp(self):
        make_article(headline="春天", page=make_page(issue=make_issue()), body="花的的海洋。")

    def run_it(self, *words):
        out = StringIO()
        call_command("check_issue", "2023-03-02", *words, stdout=out)
        return out.getvalue()

    def test_prints_a_line_for_each_hit(self):
        line = next(line for line in self.run_it().splitlines() if "doubled-words" in line)

        self.assertEqual(line.split(), ["警告", "doubled-words", "正文", "1–3", "“的的”是否重复？", "→", "的"])

    def test_says_what_was_waived(self):
        issue = make_issue(on=date(2023, 3, 3))
        hit = next(hit for hit in check_issue(issue).hits if hit.code == "pages-missing")
        waive(hit, by=make_user(group=EDITOR, username="qian"), reason="只上网")
        out = StringIO()

        call_command("check_issue", "2023-03-03", stdout=out)

        self.assertIn("只上网", out.getvalue())
        self.assertIn("已放行 1", out.getvalue())

    def test_prints_json(self):
        found = json.loads(self.run_it("--json"))

        hit = next(hit for hit in found["stories"][0]["hits"] if hit["code"] == "doubled-words")
        self.assertEqual((hit["start"], hit["end"], hit["suggestion"], hit["waived_by"]), (1, 3, "的", None))

    def test_knows_no_issue_of_that_day(self):
        with self.assertRaises(CommandError):
            call_command("check_issue", "2023-03-09")
