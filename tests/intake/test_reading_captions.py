from unittest import TestCase

from tests.intake.test_reading_stories import BODY, MORE, names, read, read_one


class CaptionTests(TestCase):
    def photo(self, line):
        story = read_one("下了班上夜校", "本报讯（记者 林岚）" + BODY, line, MORE)
        self.assertEqual((story.subheads, story.paragraphs), ([], [BODY, MORE]), line)
        return story.photos[0]

    def test_is_told_by_an_arrow_or_its_first_words(self):
        for line in (
            "▲ 夜校上课现场",
            "↑夜校上课现场。",
            "▼夜校上课现场",
            "图①为夜校上课现场。",
            "图片说明：夜校上课现场",
        ):
            self.assertIn("夜校上课现场", self.photo(line).caption, line)
        self.assertEqual(self.photo("▲ 夜校上课现场").caption, "夜校上课现场")

    def test_of_few_words_may_have_its_credit_in_brackets(self):
        for line in ("夜校上课现场（记者何青 摄）", "夜校上课现场（江畔网发 何青 摄）", "夜校上课现场（何青 摄）"):
            photo = self.photo(line)
            self.assertEqual((photo.caption, names(photo.credits)), ("夜校上课现场", [("何青", "photographer")]), line)

    def test_may_say_only_where_the_picture_came_from(self):
        for line in ("夜校上课现场。受访者供图", "夜校上课现场。通讯员供图", "夜校上课现场 江畔区总工会 供图"):
            self.assertEqual(self.photo(line).caption.strip("。"), "夜校上课现场", line)
        for line in ("夜校上课现场。视频截图", "夜校上课现场（资料图）", "夜校上课现场 CFP供图"):
            self.assertTrue(self.photo(line).source, line)

    def test_may_have_a_number_of_the_printers_before_its_credit(self):
        photo = self.photo("夜校上课现场。⑧3何青 方新 摄")

        self.assertEqual(names(photo.credits), [("何青", "photographer"), ("方新", "photographer")])

    def test_above_the_text_names_no_writers(self):
        story = read_one("下了班上夜校", "夜校上课现场。何 青 方新摄影报道（人民视觉）", "本报讯（记者 林岚）" + BODY)

        self.assertEqual(names(story.credits), [("林岚", "reporter")])
        self.assertEqual(names(story.photos[0].credits), [("何青", "photographer"), ("方新", "photographer")])

    def test_does_not_end_a_story(self):
        story = read_one(
            "下了班上夜校", "本报讯（记者 林岚）" + BODY, "上课现场。受访者供图", "夜校里的老师和学生", MORE, MORE
        )

        self.assertEqual(story.subheads, ["夜校里的老师和学生"])


class SubheadTests(TestCase):
    def test_of_a_signed_story_may_be_long(self):
        subhead = "一盏灯照亮三百里江岸，十二家企业的工人来上课"
        story = read_one("下了班上夜校", "□本报记者 林岚", BODY, subhead, MORE, BODY)

        self.assertEqual(story.subheads, [subhead])

    def test_a_long_question_is_text(self):
        story = read_one(
            "下了班上夜校",
            "□本报记者 林岚",
            BODY,
            "学出真本领",
            "为什么江畔区的工人们下了班还要冒着雨赶来上夜校呢？",
            MORE,
        )

        self.assertEqual((story.subheads, len(story.paragraphs)), (["学出真本领"], 3))


class NoteTests(TestCase):
    def test_begins_with_one_of_many_words(self):
        for word in (
            "【编者按】",
            "编者按丨",
            "开篇的话：",
            "【开栏语】",
            "本报编者按：",
            "编前：",
            "写在前面：",
            "按：",
            "【编后】",
        ):
            self.assertEqual(read_one("下了班上夜校", word + MORE, "本报讯 " + BODY).paragraphs, [BODY], word)

    def test_word_alone_does_not_take_a_text_with_a_dateline(self):
        self.assertEqual(read_one("下了班上夜校", "【编者按】", "本报讯 " + BODY).dateline, "本报讯")


class JumpTests(TestCase):
    def test_of_many_forms(self):
        for line in ("（下转A3）", "（详见3版）", "相关报道见第3版", "→→→详见3版", "（全文见第2版）", "下转③版"):
            stories = read("下了班上夜校", "本报讯 " + BODY, line)
            self.assertEqual([len(story.jumps) for story in stories], [1], line)
