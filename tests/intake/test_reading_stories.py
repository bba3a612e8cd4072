from unittest import TestCase

from intake.reading.page import read_page

BODY = "江畔区的工人们在车间里度过了一个难忘的夜晚，大家都说收获很大。"
MORE = "今年以来，这样的夜晚已经有过十二次，参加的职工越来越多。"


def read(*lines):
    return read_page("\n".join(lines)).stories


def read_one(*lines):
    stories = read(*lines)
    assert len(stories) == 1, [story.headline for story in stories]
    return stories[0]


def names(credits):
    return [(credit.name, credit.role) for credit in credits]


class HeadlineTests(TestCase):
    def assert_parts(self, lines, kicker, headline, subheadline):
        story = read_one(*lines, "", "本报讯 记者林岚报道 " + BODY)
        self.assertEqual((story.kicker, story.headline, story.subheadline), (kicker, headline, subheadline))

    def test_a_long_line_above_a_short_one_is_its_kicker(self):
        self.assert_parts(
            ["江畔区总工会联合十二家企业开展夜校培训", "下了班 上夜校"],
            "江畔区总工会联合十二家企业开展夜校培训",
            "下了班 上夜校",
            "",
        )

    def test_a_line_below_is_the_subheadline(self):
        self.assert_parts(
            ["下了班 上夜校", "江畔区十二家企业联合开班"], "", "下了班 上夜校", "江畔区十二家企业联合开班"
        )

    def test_a_dash_leads_in_a_subheadline(self):
        self.assert_parts(["下了班上夜校——江畔区工会工作侧记"], "", "下了班上夜校", "——江畔区工会工作侧记")

    def test_two_parts_that_extraction_ran_onto_one_line_of_a_page(self):
        kicker, headline = "江畔区总工会联合十二家企业开展夜校培训", "职工下了班也能学本领"

        story = read(f"{kicker} {headline}", "", "本报讯 " + BODY, "", "送清凉", "", "本报讯 " + BODY)[0]

        self.assertEqual((story.kicker, story.headline), (kicker, headline))

    def test_a_story_that_comes_alone_keeps_its_line_whole(self):
        line = "江畔十二家企业开夜校 职工下了班也能学本领"

        self.assert_parts([line], "", line, "")

    def test_two_halves_are_one_headline(self):
        self.assert_parts(["白天进车间  晚上进课堂"], "", "白天进车间  晚上进课堂", "")

    def test_a_slogan_of_several_parts_is_a_column(self):
        story = read_one("学习贯彻二十大 奋进新征程", "", "下了班 上夜校", "", "本报讯 记者林岚报道 " + BODY)

        self.assertEqual((story.column, story.headline), ("学习贯彻二十大 奋进新征程", "下了班 上夜校"))

    def test_a_rubric_in_brackets_or_by_its_word_is_a_column(self):
        self.assertEqual(read_one("【职工故事】", "下了班上夜校", BODY).column, "【职工故事】")
        self.assertEqual(read_one("一线观察", "下了班上夜校", "江畔区工会工作侧记", BODY).column, "一线观察")


class StoryTests(TestCase):
    def test_reads_dateline_and_credits_before_the_first_sentence(self):
        story = read_one("下了班上夜校", "本报讯（记者 林岚 通讯员 何青、江望）" + BODY)

        self.assertEqual(story.dateline, "本报讯")
        self.assertEqual(
            names(story.credits), [("林岚", "reporter"), ("何青", "correspondent"), ("江望", "correspondent")]
        )
        self.assertEqual(story.paragraphs, [BODY])

    def test_reads_credits_below_the_headline_and_behind_the_text(self):
        above = read_one("下了班上夜校", "■本报记者 林岚", BODY)
        behind = read_one("下了班上夜校", BODY + "本报记者 林岚")

        self.assertEqual(names(above.credits), [("林岚", "reporter")])
        self.assertEqual(names(behind.credits), [("林岚", "reporter")])
        self.assertEqual(behind.paragraphs, [BODY])

    def test_an_agency_is_credited_and_its_feature_keeps_its_title(self):
        story = read_one("新华社杭州3月1日电 题：下了班上夜校", "新华社记者林岚", BODY)

        self.assertEqual((story.dateline, story.headline), ("新华社杭州3月1日电", "下了班上夜校"))
        self.assertEqual(names(story.credits), [("新华社", "agency"), ("林岚", "reporter")])

    def test_a_reporter_who_is_the_subject_stays_in_the_sentence(self):
        story = read_one("下了班上夜校", "本报讯 记者林岚从区总工会获悉，" + BODY)

        self.assertEqual(names(story.credits), [("林岚", "reporter")])
        self.assertTrue(story.paragraphs[0].startswith("记者林岚从区总工会获悉"))

    def test_news_quoted_from_another_paper_is_no_dateline(self):
        self.assertEqual(read_one("下了班上夜校", "据江畔社17日报道，" + BODY).dateline, "")

    def test_captions_and_who_took_the_picture(self):
        story = read_one("下了班上夜校", "夜校上课现场。通讯员何青 摄", "", BODY, MORE)

        self.assertEqual(
            [(photo.caption, names(photo.credits)) for photo in story.photos],
            [("夜校上课现场。", [("何青", "photographer")])],
        )
        self.assertEqual(story.photos[0].credits[0].standing, "correspondent")
        self.assertEqual(story.credits, ())

    def test_a_picture_with_its_text_keeps_the_text_as_its_body(self):
        story = read_one("工友过节", "昨日，工友们在江畔公园欢聚一堂。 何青 摄")

        self.assertEqual(story.paragraphs, ["昨日，工友们在江畔公园欢聚一堂。"])
        self.assertEqual(names(story.photos[0].credits), [("何青", "photographer")])

    def test_words_and_pictures_by_the_same_reporter(self):
        story = read_one("下了班上夜校", "本报讯（记者 林岚 文/摄）" + BODY)

        self.assertEqual(names(story.credits), [("林岚", "reporter")])
        self.assertEqual(names(story.photos[0].credits), [("林岚", "photographer")])

    def test_subheads_editors_notes_and_jumps(self):
        story = read_one(
            "下了班上夜校", "编者按：" + MORE, BODY, "学出真本领", BODY, "带出好徒弟", BODY, "（下转第3版）"
        )

        self.assertEqual(story.subheads, ["学出真本领", "带出好徒弟"])
        self.assertEqual(story.editors_note, "编者按：" + MORE)
        self.assertEqual(story.jumps, ["（下转第3版）"])

    def test_what_a_web_page_printed_before_the_dateline_is_the_source(self):
        story = read_one("下了班上夜校", "2016年06月17日06:15 江畔网-江畔晚报 本报讯（记者林岚）" + BODY)

        self.assertEqual((story.source, story.dateline), ("江畔网-江畔晚报", "本报讯"))

    def test_source_lines(self):
        story = read_one("下了班上夜校", "2024-05-06 08:30 来源：江畔日报 作者：林岚", BODY)

        self.assertEqual((story.source, names(story.credits)), ("江畔日报", [("林岚", "author")]))

    def test_marks_a_name_it_is_not_sure_of(self):
        story = read_one("下了班上夜校", "通讯员 拉毛东知", BODY)

        self.assertEqual([(doubt.code, doubt.detail) for doubt in story.doubts], [("name-unsure", "拉毛东知")])

    def test_a_name_of_the_register_wins(self):
        story = read_page(f"下了班上夜校\n记者 周林王江望\n{BODY}", known_names=["周林王"]).stories[0]

        self.assertEqual([credit.name for credit in story.credits], ["周林王", "江望"])


class PageTests(TestCase):
    def test_parts_stories_at_their_headlines(self):
        stories = read(
            "送清凉", "", f"本报讯 记者林岚报道 {BODY}", "", MORE, "", "给工友过节", "", f"本报讯 通讯员何青报道 {BODY}"
        )

        self.assertEqual([story.headline for story in stories], ["送清凉", "给工友过节"])
        self.assertEqual([len(story.paragraphs) for story in stories], [2, 1])

    def test_parts_stories_behind_their_closing_credits(self):
        stories = read("送清凉到一线", BODY, "本报记者 林岚", "给工友过节", MORE, "本报记者 何青")

        self.assertEqual([names(story.credits) for story in stories], [[("林岚", "reporter")], [("何青", "reporter")]])

    def test_the_pages_head_and_editors_belong_to_no_story(self):
        reading = read_page(f"第03版：工会 2024年5月6日 星期一\n责任编辑：叶生\n送清凉到一线\n{BODY}")

        self.assertEqual(reading.page_heads, ["第03版：工会 2024年5月6日 星期一", "责任编辑：叶生"])
        self.assertEqual(reading.stories[0].headline, "送清凉到一线")

    def test_joins_hard_wrapped_lines(self):
        wrapped = [
            "    江畔区的工人们在车间里度过了一个难忘的夜晚，大家",
            "都说收获很大，还想再来一次，也想把家里人都带来看一",
            "看，让他们知道车间是什么样子。",
        ]

        self.assertEqual(read_one("送清凉到一线", *wrapped).paragraphs, ["".join(wrapped).strip()])

    def test_parts_paragraphs_that_run_together_on_one_line(self):
        self.assertEqual(read_one("送清凉到一线", f"{BODY}    {MORE}    {BODY}").paragraphs, [BODY, MORE, BODY])

    def test_nothing_is_a_reading_too(self):
        self.assertEqual(read_page("").stories, [])


class MendingTests(TestCase):
    def codes(self, story):
        return [doubt.code for doubt in story.doubts]

    def test_joins_a_sentence_broken_over_two_paragraphs(self):
        story = read_one("送清凉到一线", BODY, "", MORE[:15], "", MORE[15:])

        self.assertEqual(story.paragraphs, [BODY, MORE])
        self.assertEqual(self.codes(story), ["joined"])

    def test_joins_around_a_photo(self):
        story = read_one("送清凉到一线", BODY, MORE[:15], "图为活动现场。何青 摄", MORE[15:])

        self.assertEqual(story.paragraphs, [BODY, MORE])
        self.assertEqual(story.photos[0].caption, "图为活动现场。")

    def test_marks_where_an_end_is_missing(self):
        story = read_one("送清凉到一线", BODY[:20] + "的", "", "下一步，工会还将办更多夜校。")

        self.assertEqual(self.codes(story), ["missing-after"])

    def test_marks_where_a_beginning_is_missing(self):
        story = read_one("送清凉到一线", BODY, "心地听着师傅讲解，大家都入了迷。")

        self.assertEqual(self.codes(story), ["missing-before"])
