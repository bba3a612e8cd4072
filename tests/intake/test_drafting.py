from datetime import date

from django.core.exceptions import ValidationError
from django.test import TestCase

from articles.models import Article, Column, Issue, Page
from bylines.models import Byline, Contributor
from bylines.printing import print_byline
from intake.drafting.entering import EVERYTHING
from intake.drafting.shortening import PARTS
from intake.models import Source
from intake.receiving import page_for, read_text, receive
from tests.factories import make_page, make_region, make_user
from wording.encoding import UnreadableError

STORY = """下了班上夜校
江畔区十二家企业联合开班
本报讯 记者林岚 通讯员何青报道 在诸暨市的车间里，工人们度过了一个难忘的夜晚。
学出真本领
大家都说收获很大。"""


def draft(text, **options):
    """As the command does it, which may enter everything; `by` tells what a colleague may."""
    may = {} if "by" in options else {"entering": EVERYTHING}
    return receive(text, read_text(text), name="page.txt", **may, **options)


class DraftTests(TestCase):
    def test_makes_an_unpublished_draft_with_every_part(self):
        editor = make_user()

        [article] = draft(STORY, by=editor).articles

        self.assertEqual((article.headline, article.subheadline), ("下了班上夜校", "江畔区十二家企业联合开班"))
        self.assertEqual(article.dateline, "本报讯")
        self.assertEqual(
            article.body, "在诸暨市的车间里，工人们度过了一个难忘的夜晚。\n## 学出真本领\n大家都说收获很大。"
        )
        self.assertEqual((article.stage, article.published_at, article.created_by), ("draft", None, editor))

    def test_credits_people_of_the_register_and_enters_the_others(self):
        known = Contributor.objects.create(name="林岚", unit="江畔日报")

        [article] = draft(STORY).articles

        self.assertEqual(
            list(article.bylines.values_list("name", "role", "order")),
            [("林岚", "reporter", 0), ("何青", "correspondent", 1)],
        )
        self.assertEqual(article.bylines.first().contributor, known)
        self.assertEqual(Contributor.objects.get(name="何青").usual_role, "correspondent")

    def test_doubts_a_name_that_two_people_share(self):
        Contributor.objects.create(name="林岚", unit="甲")
        Contributor.objects.create(name="林岚", unit="乙")

        [article] = draft(STORY).articles

        self.assertEqual(list(article.doubts.values_list("code", flat=True)), ["name-shared"])

    def test_tells_two_people_of_one_name_by_their_unit(self):
        Contributor.objects.create(name="林岚", unit="甲")
        right = Contributor.objects.create(name="林岚", unit="江畔日报")

        draft("下了班上夜校\n江畔日报记者林岚报道 工人们度过了一个难忘的夜晚。")

        self.assertEqual(Byline.objects.get().contributor, right)

    def test_keeps_photographers_with_their_standing_and_asks_for_the_photo(self):
        [article] = draft("工友过节\n晚会现场。通讯员何青 摄\n昨日，工友们欢聚一堂。\n大家唱起了歌。").articles

        self.assertEqual(
            list(article.bylines.values_list("name", "role", "standing")), [("何青", "photographer", "correspondent")]
        )
        self.assertEqual(article.doubts.get().message, "图片待补： 晚会现场。 通讯员何青 摄")

    def test_files_regions_and_columns(self):
        make_region(code="330681", name="诸暨市")
        column = Column.objects.create(name="职工故事")

        [article] = draft("【职工故事】\n" + STORY).articles

        self.assertEqual([region.code for region in article.regions.all()], ["330681"])
        self.assertEqual(article.column, column)

    def test_an_agency_is_the_source_and_no_contributor(self):
        [article] = draft("工友过节\n新华社杭州3月1日电（记者林岚）工友们欢聚一堂。").articles

        self.assertEqual(article.source, "新华社")
        self.assertEqual([byline.name for byline in article.bylines.all()], ["林岚"])

    def test_a_story_without_headline_gets_its_first_words_and_a_doubt(self):
        [article] = draft("（上接第1版）工友们在江畔公园欢聚一堂，唱起了歌。").articles

        self.assertEqual(article.headline, "工友们在江畔公园欢聚一堂，唱起了歌。")
        self.assertEqual(list(article.doubts.values_list("code", flat=True)), ["no-headline", "jump"])

    def test_prints_its_byline_as_the_paper_does(self):
        [article] = draft(STORY).articles

        self.assertEqual(print_byline(article.bylines.all(), article.dateline), "记者林岚 通讯员何青报道")


class PlacedDraftTests(TestCase):
    def test_places_the_stories_in_order_behind_those_on_the_page(self):
        page = make_page()
        draft("旧的一篇\n本报讯 记者林岚报道 工人们度过了一个难忘的夜晚。", page=page)

        draft("送清凉\n\n本报讯 记者林岚报道 天热了。\n\n给工友过节\n\n本报讯 记者林岚报道 过节了。", page=page)

        stories = [placement.article.headline for placement in page.placements.order_by("order")]
        self.assertEqual(stories, ["旧的一篇", "送清凉", "给工友过节"])

    def test_makes_the_missing_issue_and_page_unpublished(self):
        page = page_for(date=date(2024, 5, 6), label="02", name="工会")

        self.assertEqual((page.title, page.position), ("第02版：工会", 2))
        self.assertIsNone(page.issue.published_at)

    def test_finds_the_issue_and_page_that_are_there(self):
        page = page_for(date=date(2024, 5, 6), label="02", name="工会")

        self.assertEqual(page_for(date=date(2024, 5, 6), label="02", name="别的"), page)
        self.assertEqual((Issue.objects.count(), Page.objects.count()), (1, 1))

    def test_refuses_a_senseless_label(self):
        with self.assertRaises(ValidationError):
            page_for(date=date(2024, 5, 6), label="二版")


class SourceTests(TestCase):
    def test_remembers_which_piece_of_the_source_became_which_article(self):
        received = draft("\n\n" + STORY)

        story = received.source.stories.get()
        self.assertEqual(story.article, received.articles[0])
        self.assertEqual(received.source.text[story.start : story.end], STORY)

    def test_recognises_a_text_that_came_before_whatever_its_line_ends(self):
        first = draft(STORY)

        again = draft(STORY.replace("\n", "\r\n") + "\n")

        self.assertFalse(again.is_new)
        self.assertEqual(again.articles, first.articles)
        self.assertEqual((Article.objects.count(), Source.objects.count()), (1, 1))

    def test_refuses_what_is_no_text(self):
        with self.assertRaises(UnreadableError):
            draft("文\x00字")
        with self.assertRaises(UnreadableError):
            draft("文\ud800字")

    def test_makes_nothing_when_anything_fails(self):
        reading = read_text(STORY)
        reading.stories[0].credits = (*reading.stories[0].credits, None)

        with self.assertRaises(AttributeError):
            receive(STORY, reading, name="page.txt")

        self.assertEqual((Article.objects.count(), Source.objects.count()), (0, 0))


class TooLongTests(TestCase):
    def drafted(self, **parts):
        reading = read_text(STORY)
        for name, words in parts.items():
            setattr(reading.stories[0], name, words)
        return receive(STORY, reading, name="page.txt", entering=EVERYTHING).articles[0]

    def test_a_headline_is_cut_where_a_reader_pauses(self):
        article = self.drafted(headline="工友们度过了一个难忘的夜晚，" * 15)

        self.assertEqual(article.headline, "工友们度过了一个难忘的夜晚，" * 14 + "…")

    def test_its_words_head_the_body_and_a_doubt_says_so(self):
        words = "长" * 201

        article = self.drafted(headline=words)

        self.assertEqual((len(article.headline), article.body.split("\n")[0]), (200, words))
        self.assertEqual(
            list(article.doubts.values_list("code", "message")),
            [("headline-too-long", "主题超过200字，已截短；全文置于正文之首。")],
        )

    def test_every_part_above_the_body_is_kept_whole(self):
        long = {name: sign * 301 for name, sign in zip(PARTS, "甲乙丙丁戊", strict=True)}

        article = self.drafted(**long)

        self.assertEqual(sorted(article.body.split("\n")[:5]), sorted(long.values()))
        self.assertEqual(article.doubts.count(), 5)
        article.clean_fields(exclude=["editors_note"])

    def test_no_word_of_it_becomes_a_mark(self):
        self.assertTrue(self.drafted(headline="## " + "长" * 201).body.startswith("＃＃ 长"))
