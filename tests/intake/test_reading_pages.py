from unittest import TestCase

from intake.reading.page import read_page
from tests.intake.test_reading_stories import BODY, MORE, names, read, read_one


class AboveTheHeadlineTests(TestCase):
    def test_what_stands_above_a_headline_does_not_take_it(self):
        above = [
            "2024年5月6日 08:30 来源：江畔日报",
            "编者按：" + MORE,
            "图为夜校现场。何青 摄",
            "（上接第1版）",
            ">>上接1版",
        ]

        for line in above:
            self.assertEqual(read_one(line, "下了班上夜校", "本报记者 林岚", BODY).headline, "下了班上夜校", line)

    def test_what_a_web_page_prints_below_a_headline_is_no_part_of_it(self):
        for line in ("《江畔日报》(2024年05月06日 02版)", "2024-05-06", "日期：2024-05-06 08:30"):
            story = read_one("下了班上夜校", line, BODY, MORE)
            self.assertEqual(
                (story.headline, story.subheadline, story.paragraphs), ("下了班上夜校", "", [BODY, MORE]), line
            )

    def test_the_papers_name_may_stand_before_the_credits_without_more(self):
        story = read_one("下了班上夜校", "江畔新闻网（通讯员 林岚）" + BODY)

        self.assertEqual((story.source, names(story.credits)), ("江畔新闻网", [("林岚", "correspondent")]))

    def test_a_note_may_have_its_word_on_a_line_of_its_own(self):
        story = read_one("编者按", "工友的故事从今天讲起。", "下了班上夜校", BODY)

        self.assertEqual((story.headline, story.editors_note), ("下了班上夜校", "编者按\n工友的故事从今天讲起。"))

    def test_a_headline_may_end_as_a_sentence_does(self):
        self.assertEqual(read_one("夜校真好。", "本报记者 林岚", BODY).headline, "夜校真好。")

    def test_a_rubric_of_two_parts_is_a_column(self):
        story = read_one("走基层·一线见闻", "下了班上夜校", "本报记者 林岚", BODY)

        self.assertEqual((story.column, story.headline), ("走基层·一线见闻", "下了班上夜校"))


class LinesTests(TestCase):
    def test_three_heading_lines_of_one_width_are_no_column(self):
        story = read_one(
            "江畔区总工会联合十二家企业开班",
            "夜校课堂走进生产车间第一线上",
            "三千多名职工学到了一身真本领",
            "本报讯 " + BODY,
        )

        self.assertEqual(story.kicker, "江畔区总工会联合十二家企业开班")
        self.assertEqual(story.headline, "夜校课堂走进生产车间第一线上")

    def test_a_bracket_of_credits_goes_on_in_the_next_line(self):
        story = read_one("下了班上夜校", BODY, "大家都笑了。（记者", "林 岚 通讯员 何 青", "青）")

        self.assertEqual(names(story.credits), [("林岚", "reporter"), ("何青青", "correspondent")])

    def test_numbers_and_numbered_lines_are_subheads(self):
        lines = ["下了班上夜校", "本报记者 林岚", "一", BODY, "二", BODY, "01 学出真本领", BODY]

        self.assertEqual(read_one(*lines).subheads, ["一", "二", "01 学出真本领"])

    def test_questions_of_an_interview_are_paragraphs(self):
        story = read_one("下了班上夜校", "本报记者 林岚", BODY, "问：为什么办夜校？", "答：职工想学。")

        self.assertEqual((story.subheads, len(story.paragraphs)), ([], 3))

    def test_a_caption_without_a_full_stop(self):
        story = read_one("下了班上夜校", "本报讯 " + BODY, "夜校现场 记者 林岚 摄", MORE)

        self.assertEqual([photo.caption for photo in story.photos], ["夜校现场"])

    def test_a_line_of_credits_that_is_not_understood_is_no_heading(self):
        story = read_one("下了班上夜校", "本报记者 林岚 通讯员 甲乙丙丁戊", BODY)

        self.assertEqual((story.subheadline, story.subheads), ("", []))
        self.assertIn("name-unsure", [doubt.code for doubt in story.doubts])

    def test_datelines_by_day_and_by_many_hands(self):
        self.assertEqual(read_one("下了班上夜校", "本报江畔2日电（记者林岚）" + BODY).dateline, "本报江畔2日电")
        self.assertEqual(read_one("下了班上夜校", "【本报综合报道】" + BODY).dateline, "本报综合报道")


class PartingTests(TestCase):
    def test_other_writers_behind_a_text_show_that_a_story_began(self):
        stories = read(
            "送清凉到一线", "本报记者 林岚", BODY, "百岁木匠和他的三千把椅子", BODY, "（编译：何青 译审：江望）"
        )

        self.assertEqual([story.headline for story in stories], ["送清凉到一线", "百岁木匠和他的三千把椅子"])

    def test_a_note_above_a_later_headline_goes_with_it(self):
        stories = read("送清凉", "本报讯 " + BODY, "编者按：" + MORE, "下了班上夜校", "本报讯 记者林岚报道 " + BODY)

        self.assertEqual([bool(story.editors_note) for story in stories], [False, True])

    def test_a_page_head_may_begin_with_the_papers_name(self):
        reading = read_page(f"江畔日报 2024年5月6日 星期一 第3版\n送清凉到一线\n{BODY}")

        self.assertEqual(reading.page_heads, ["江畔日报 2024年5月6日 星期一 第3版"])


class AroundTheStoryTests(TestCase):
    def test_what_a_web_page_prints_for_its_readers_is_no_subhead(self):
        for line in ("分享让更多人看到", "分享到：微信 微博", "字号：大 中 小", "上一篇：路灯黑了"):
            story = read_one("下了班上夜校", BODY, MORE, line)
            self.assertEqual((story.paragraphs, story.subheads), ([BODY, MORE], []), line)

    def test_a_line_below_the_text_with_nothing_under_it_is_no_subhead(self):
        story = read_one("下了班上夜校", BODY, MORE, "江畔区66号信箱一读者")

        self.assertEqual((story.paragraphs[2:], story.subheads), (["江畔区66号信箱一读者"], []))
