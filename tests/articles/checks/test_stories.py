from datetime import date

from django.test import TestCase

from articles.models import Article
from desk.models import Paper
from tests.articles.checks.checking import codes, only
from tests.factories import (
    illustrate,
    make_article,
    make_issue,
    make_page,
    make_photo,
    make_published,
    make_region,
    photographer,
    reporter,
)


class SoundStoryTests(TestCase):
    def test_finds_nothing_in_a_sound_story(self):
        article = make_article(by=[reporter("李凡")], regions=[make_region()])
        illustrate(article=article, photo=make_photo(by=[photographer("马敏")]), alt="职工比赛")

        self.assertEqual(codes(article), [])


class StoryCheckTests(TestCase):
    def setUp(self):
        self.article = make_article(by=[reporter("李凡")], regions=[make_region()])

    def test_wants_a_headline_within_the_papers_length(self):
        Paper.objects.update_or_create(pk=1, defaults={"headline_length": 5})

        self.assertEqual(codes(self.article, {"headline": "  "}), ["headline-missing"])
        [hit] = only("headline-long", self.article, {"headline": "工会送清凉进车间"})
        self.assertIn("8", hit.message)

    def test_wants_somebody_to_have_written_it(self):
        self.assertEqual(codes(make_article(headline="无名", regions=[make_region()])), ["byline-missing"])

    def test_lets_agencies_and_reprints_name_their_source_instead(self):
        region = [make_region()]

        self.assertEqual(codes(make_article(headline="甲", dateline="新华社北京1月3日电", regions=region)), [])
        self.assertEqual(codes(make_article(headline="乙", source="江畔日报", regions=region)), [])

    def test_lets_the_paper_speak_in_its_own_name(self):
        self.assertEqual(codes(make_article(headline="更正", body="昨日本报二版有误，特此更正。")), [])

    def test_wants_a_region(self):
        self.assertEqual(codes(make_article(by=[reporter("李凡")], headline="丙")), ["region-missing"])

    def test_shows_a_figure_that_is_not_there(self):
        [hit] = only("figure-unknown", self.article, {"body": "活动开始。[图3]人很多。"})

        self.assertEqual((hit.field, hit.start, hit.end, hit.text), ("body", 5, 9, "[图3]"))

    def test_shows_figures_that_the_text_forgot_or_placed_twice(self):
        for name in ("一", "二"):
            illustrate(article=self.article, photo=make_photo(by=[photographer("马敏")]), alt=name)

        self.assertEqual(codes(self.article, {"body": "开始。[图1]人很多。"}), ["figure-unplaced"])
        self.assertEqual(codes(self.article, {"body": "开始。[图1][图2]人很多。[图1]"}), ["figure-twice"])

    def test_wants_what_the_publishing_rule_wants_of_pictures(self):
        illustrate(article=self.article, photo=make_photo(caption=""), alt="职工比赛")

        [hit] = only("picture-lacks", self.article)
        [typed] = only("picture-lacks", self.article, {"caption-1": "职工在比赛。"})

        self.assertEqual((hit.level, hit.field), ("error", "caption-1"))
        self.assertEqual((hit.message, typed.message), ("图1缺：图片说明、署名。", "图1缺：署名。"))

    def test_knows_a_picture_that_another_story_used_up(self):
        photo = make_photo(by=[photographer("马敏")], rights="one_use")
        for story in (make_published(headline="先用的"), self.article):
            illustrate(article=story, photo=photo, alt="一张")

        self.assertEqual(codes(self.article), ["picture-used-up"])

    def test_looks_at_a_story_that_was_never_saved(self):
        found = codes(Article(headline="新稿", body="正在写的的稿子。"))

        self.assertEqual(found, ["byline-missing", "doubled-words", "region-missing"])

    def test_takes_the_rows_of_the_form_for_those_of_the_database(self):
        found = codes(Article(headline="新稿", body="写完了。"), bylines=["李凡"], places=["诸暨市"])

        self.assertEqual(found, [])


class WordingCheckTests(TestCase):
    def setUp(self):
        self.article = make_article(
            by=[reporter("李凡")], regions=[make_region()], body="## 小标题\n**春天**来了,花开。"
        )

    def test_shows_where_in_the_text_as_typed(self):
        [hit] = only("half-width-mark", self.article)

        self.assertEqual((hit.field, hit.start, hit.end, hit.text, hit.suggestion), ("body", 15, 16, ",", "，"))

    def test_looks_into_every_field(self):
        found = check_fields(self.article, "doubled-words", ["kicker", "headline", "subheadline", "summary", "body"])

        self.assertEqual(found, {"kicker", "headline", "subheadline", "summary", "body"})

    def test_looks_into_captions(self):
        illustrate(article=self.article, photo=make_photo(by=[photographer("马敏")], caption="职工的的比赛"), alt="一")

        self.assertEqual([hit.field for hit in only("doubled-words", self.article)], ["caption-1"])

    def test_reads_weekdays_in_the_year_of_the_issue(self):
        page = make_page(issue=make_issue(on=date(2023, 3, 2)))
        article = make_article(page=page, body="活动于3月2日（星期五）举行。")

        [hit] = only("wrong-weekday", article)

        self.assertEqual((hit.text, hit.suggestion, hit.level), ("星期五", "星期四", "error"))

    def test_compares_styles_over_the_whole_story(self):
        typed = {"headline": "二〇二三年的春天", "body": "2023年，花开了。"}

        self.assertEqual([hit.field for hit in only("year-styles", self.article, typed)], ["headline"])


def check_fields(article, code, fields):
    return {hit.field for hit in only(code, article, dict.fromkeys(fields, "家乡的的春天。"))}
