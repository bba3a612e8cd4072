from unittest import TestCase

from tests.intake.test_reading_stories import BODY, MORE, names, read_one

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
            ["江畔大桥两处车辆相撞起火燃烧 十六车受损九人受伤"],
            "",
            "江畔大桥两处车辆相撞起火燃烧 十六车受损九人受伤",
            "",
        )

    def test_a_clause_without_full_stop_above_a_headline_is_one_too(self):
        self.assert_parts(
            ["今年办班三十期，林师傅一期没落下", "夜校课堂，咱都来"],
            "今年办班三十期，林师傅一期没落下",
            "夜校课堂，咱都来",
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
            "楼道着火",
            "望江：大事不好！",
            "江畔晚报：怎么了？",
            "望江：着火啦！",
            "江畔晚报：什么着火了？",
            "本报记者 林岚",
        )

        self.assertEqual((story.headline, story.subheads, len(story.paragraphs)), ("楼道着火", [], 4))
        self.assertEqual(names(story.credits), [("林岚", "reporter")])

    def test_a_long_last_line_without_full_stop_is_text(self):
        story = read_one("下了班上夜校", NEWS, "江畔区各级工会的负责人参加了开班仪式和座谈")

        self.assertEqual((story.subheads, len(story.paragraphs)), ([], 2))


class PictureTests(TestCase):
    def test_short_texts_above_lines_of_credit_are_captions(self):
        lines = ["一位女工在仔细排纱布线。", "本报记者 林岚 摄", "一位师傅在检查机器。", "本报资料图"]
        story = read_one("你专注的样子", BODY, MORE, *lines)

        self.assertEqual([photo.caption for photo in story.photos], lines[::2])
        self.assertEqual(story.paragraphs, [BODY, MORE])

    def test_a_caption_says_who_stands_where(self):
        story = read_one("下了班上夜校", "工会主席林岚（右二）给何青送来课本。", NEWS)

        self.assertEqual([photo.caption for photo in story.photos], ["工会主席林岚（右二）给何青送来课本。"])
