from unittest import TestCase

from intake.reading.shapes import is_heading
from tests.intake.test_reading_stories import BODY, MORE, names, read, read_one

NEWS = "本报讯 " + BODY


class KickerTests(TestCase):
    def assert_parts(self, lines, kicker, headline, subheadline):
        story = read_one(*lines, "", NEWS)
        self.assertEqual((story.kicker, story.headline, story.subheadline), (kicker, headline, subheadline))

    def test_may_be_as_long_as_its_headline(self):
        self.assert_parts(
            ["江畔区总工会今天开会", "三千职工报名上夜校", "老师来自十二家企业的车间"],
            "江畔区总工会今天开会",
            "三千职工报名上夜校",
            "老师来自十二家企业的车间",
        )

    def test_is_none_above_a_much_longer_line(self):
        self.assert_parts(
            ["下了班上夜校", "十二家企业三千多名职工学到本领"], "", "下了班上夜校", "十二家企业三千多名职工学到本领"
        )

    def test_is_none_above_the_name_of_a_body(self):
        self.assert_parts(
            ["下了班也能上夜校", "江畔区总工会", "办班三十期培训三千人"],
            "",
            "下了班也能上夜校",
            "江畔区总工会\n办班三十期培训三千人",
        )

    def test_a_line_alone_keeps_both_halves_of_nearly_one_length(self):
        self.assert_parts(
            ["江畔大桥两侧新栽银杏与香樟树 十六家企业认领养护"],
            "",
            "江畔大桥两侧新栽银杏与香樟树 十六家企业认领养护",
            "",
        )

    def test_a_clause_without_full_stop_above_a_headline_is_one_too(self):
        self.assert_parts(
            ["今年招生三十回，林师傅回回到场", "江边新课，邻里同学"],
            "今年招生三十回，林师傅回回到场",
            "江边新课，邻里同学",
            "",
        )


class PartingTests(TestCase):
    def test_the_same_writer_behind_a_text_signs_the_same_story(self):
        story = read_one(
            "下了班上夜校", "本报记者 林岚", BODY, "再访课堂", "江畔依然有灯光", "23日，" + BODY, "本报记者 林岚"
        )

        self.assertEqual(story.subheads, ["再访课堂", "江畔依然有灯光"])

    def test_what_two_say_by_turns_is_text(self):
        story = read_one(
            "夜校有多远",
            "望江：太远啦！",
            "江畔晚报：有多远？",
            "望江：要过江呢！",
            "江畔晚报：怎么过江？",
            "本报记者 林岚",
        )

        self.assertEqual((story.headline, story.subheads, len(story.paragraphs)), ("夜校有多远", [], 4))
        self.assertEqual(names(story.credits), [("林岚", "reporter")])

    def test_a_long_last_line_without_full_stop_is_text(self):
        story = read_one("下了班上夜校", NEWS, "江畔区各级工会的负责人参加了开班仪式和座谈")

        self.assertEqual((story.subheads, len(story.paragraphs)), ([], 2))


class PictureTests(TestCase):
    def test_short_texts_above_lines_of_credit_are_captions(self):
        lines = ["一位师傅在给钳台上油。", "本报记者 林岚 摄", "两名学徒在磨刀。", "本报资料图"]
        story = read_one("你专注的样子", BODY, MORE, *lines)

        self.assertEqual([photo.caption for photo in story.photos], lines[::2])
        self.assertEqual(story.paragraphs, [BODY, MORE])

    def test_a_caption_says_who_stands_where(self):
        story = read_one("下了班上夜校", "工会主席林岚（右二）给何青送来课本。", NEWS)

        self.assertEqual([photo.caption for photo in story.photos], ["工会主席林岚（右二）给何青送来课本。"])


class HardWrappedTests(TestCase):
    LINES = [
        "　　江畔区的工人们在车间里度过了一个难忘的夜晚，大家",
        "都说收获很大，还想再来一次，也想把家里人都带来看一",
        "看，让他们知道车间是什么样子。今年以来，这样的夜晚",
        "已经有过十二次，参加的职工越来越多，老师也越来越多，",
        "连邻近三个区的工友也赶来听课，教室里坐得满满的，大",
        "家说下次要早点来占座位。",
    ]

    def test_empty_lines_between_all_lines_are_no_paragraphs(self):
        story = read_one("送清凉到一线", *(line for text in self.LINES for line in ("", text)))

        self.assertEqual(story.paragraphs, ["".join(self.LINES).strip()])

    def test_a_line_that_begins_inside_a_sentence_is_no_heading(self):
        self.assertFalse(is_heading("的夜晚,大家都说想再来一次"))


class PeeledTests(TestCase):
    def test_a_heading_run_together_with_the_dateline_is_taken_off_the_text(self):
        story = read_one("夜校开班了", "十二家企业的职工来上课 “下班族”成了学生 " + NEWS, MORE)

        self.assertEqual((story.dateline, story.paragraphs), ("本报讯", [BODY, MORE]))

    def test_a_dateline_is_no_heading_although_another_follows(self):
        self.assertEqual(read_one("夜校开班了", "本报讯 据江畔日报消息：" + BODY, MORE).dateline, "本报讯")


class AuthorTests(TestCase):
    def test_a_bare_name_below_the_lead_is_the_author(self):
        story = read_one("下了班上夜校", BODY, "李凡", MORE, BODY)

        self.assertEqual((names(story.credits), story.subheads), ([("李凡", "author")], []))

    def test_who_the_author_is_stays_in_the_text(self):
        story = read_one("下了班上夜校", "李凡", BODY, "作者系江畔大学教授")

        self.assertEqual((names(story.credits), story.subheads), ([("李凡", "author")], []))
        self.assertEqual(story.paragraphs[-1], "作者系江畔大学教授")


class PageTests(TestCase):
    SIGNED = ["送清凉到一线", "本报讯（记者 林岚）" + BODY, "江畔大桥通车了", "本报讯（记者 何青）" + BODY]

    def test_of_several_signed_stories_has_more_headlines_than_subheads(self):
        stories = read(*self.SIGNED, "夜校里的老师和学生一起走上舞台", "昨晚，" + MORE, BODY)

        self.assertEqual(stories[-1].headline, "夜校里的老师和学生一起走上舞台")

    def test_of_pictures_parts_at_headlines_above_captions(self):
        stories = read(*self.SIGNED, "瓜菜大丰收的日子到了，农民笑开颜", "农民在收菜。何青 摄", MORE)

        self.assertEqual(len(stories), 3)

    def test_whose_sentences_are_whole_keeps_both_halves_of_a_headline(self):
        line = "江畔大桥两侧栽银杏与香樟 十六家企业认领了养护"

        self.assertEqual(read(*self.SIGNED, line, "本报讯 " + BODY)[-1].headline, line)

    def test_with_whole_paragraphs_keeps_its_empty_lines(self):
        story = read_one(
            *(line for text in ["送清凉到一线", BODY * 4, MORE, BODY * 3, MORE, BODY, MORE] for line in (text, ""))
        )

        self.assertEqual(len(story.paragraphs), 6)

    def test_a_headline_broken_at_a_comma_is_one(self):
        self.assertEqual(read_one("学出真本领，", "带出好徒弟", NEWS).headline, "学出真本领，\n带出好徒弟")

    def test_credits_stand_below_a_subhead_too(self):
        story = read_one("江畔办起夜校", "编者按", MORE, "百人上夜校", "（记者林岚）" + BODY)

        self.assertEqual((names(story.credits), story.paragraphs), ([("林岚", "reporter")], [BODY]))
