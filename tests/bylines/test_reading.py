from unittest import TestCase

from bylines.finding import alone, at_head, at_tail
from bylines.names import split_names
from bylines.printing import print_byline
from bylines.reading import read_credits
from wording.folding import fold

REPORTER, CORRESPONDENT, AUTHOR = "reporter", "correspondent", "author"


def people(line):
    return [(credit.name, credit.role) for credit in line.credits]


def pictures(line):
    return [(credit.name, credit.standing) for credit in line.photographers]


class NamesTests(TestCase):
    def test_tells_names_apart_that_run_together(self):
        self.assertEqual(split_names("林岚周亦行何青"), ["林岚", "周亦行", "何青"])

    def test_knows_compound_surnames(self):
        self.assertEqual(split_names("欧阳晴诸葛小明"), ["欧阳晴", "诸葛小明"])

    def test_believes_the_register_before_a_guess(self):
        self.assertEqual(split_names("周林王江望", known={"周林王"}), ["周林王", "江望"])

    def test_reads_no_names_out_of_words(self):
        for words in ("从车间获悉", "高温天气", "日前", "简介"):
            self.assertIsNone(split_names(words), words)


class CreditLineTests(TestCase):
    def assert_reads(self, text, credits, photographers=()):
        line = read_credits(fold(text))
        self.assertEqual((people(line), pictures(line)), (list(credits), list(photographers)), text)

    def test_role_words_and_names_set_solid(self):
        self.assert_reads(
            "记者林岚通讯员何青周亦行报道", [("林岚", REPORTER), ("何青", CORRESPONDENT), ("周亦行", CORRESPONDENT)]
        )

    def test_spaces_slashes_and_lists(self):
        self.assert_reads("本报记者  林岚  周亦行", [("林岚", REPORTER), ("周亦行", REPORTER)])
        self.assert_reads(
            "记者 林岚/通讯员 何青、江望", [("林岚", REPORTER), ("何青", CORRESPONDENT), ("江望", CORRESPONDENT)]
        )

    def test_a_two_character_name_may_be_spaced(self):
        self.assert_reads("记者　林　岚 通讯员 何 青", [("林岚", REPORTER), ("何青", CORRESPONDENT)])

    def test_several_employers(self):
        self.assert_reads(
            "江畔日报记者林岚、城北台记者何青、江望报道",
            [("林岚", REPORTER), ("何青", REPORTER), ("江望", REPORTER)],
        )
        self.assertEqual(read_credits("江畔日报记者林岚").credits[0].unit, "江畔日报")

    def test_trainees_interns_and_special_correspondents(self):
        self.assert_reads(
            "见习记者 方新 实习生 叶生 特约通讯员 何青",
            [("方新", "trainee_reporter"), ("叶生", "intern"), ("何青", "special_correspondent")],
        )
        self.assert_reads("江畔时报驻北城、南城特派记者 林岚", [("林岚", "special_correspondent")])

    def test_who_took_the_pictures(self):
        self.assert_reads("通讯员何青 摄", [], [("何青", CORRESPONDENT)])
        self.assert_reads("记者林岚/文 通讯员何青/摄", [("林岚", REPORTER)], [("何青", CORRESPONDENT)])
        self.assert_reads("文/林岚 图/何青", [("林岚", AUTHOR)], [("何青", "")])
        self.assert_reads("记者 林岚 摄影 何青", [("林岚", REPORTER)], [("何青", "")])

    def test_words_and_pictures_by_the_same_people(self):
        both = [("林岚", REPORTER), ("何青", CORRESPONDENT)]
        for work in ("摄影报道", "文/摄", "文/图", "图文报道"):
            self.assert_reads(f"记者 林岚 通讯员 何青 {work}", both, both)

    def test_names_of_minorities_and_foreigners(self):
        self.assert_reads("通讯员 阿依古丽·买合木提", [("阿依古丽·买合木提", CORRESPONDENT)])
        self.assert_reads("作者约翰·史密斯，林岚译", [("约翰·史密斯", AUTHOR), ("林岚", AUTHOR)])

    def test_a_name_set_apart_is_read_with_doubt(self):
        line = read_credits("通讯员 拉毛东知 报道")

        self.assertEqual(people(line), [("拉毛东知", CORRESPONDENT)])
        self.assertEqual(line.unsure, ("拉毛东知",))

    def test_place_or_day_before_the_report(self):
        self.assert_reads("记者林岚从大桥工地报道，", [("林岚", REPORTER)])
        self.assert_reads("江畔网记者林岚12月6日报道，", [("林岚", REPORTER)])

    def test_editors_and_sources(self):
        line = read_credits(fold("（来源：江畔日报 作者：林岚 责任编辑：何青）").translate({40: " ", 41: " "}))

        self.assertEqual(people(line), [("林岚", AUTHOR), ("何青", "editor")])
        self.assertEqual(line.source, "江畔日报")

    def test_who_supplied_the_picture(self):
        for text in ("图源：江畔图库", "文/记者 林岚 供图/江畔网", "（图片由江畔区总工会提供）"):
            self.assertTrue(alone(fold(text)).line.image_source, text)

    def test_an_employer_that_no_list_knows(self):
        self.assert_reads("壹江记者 |林岚 壹江编辑 |何青", [("林岚", REPORTER), ("何青", "editor")])

    def test_running_text_is_no_line_of_credits(self):
        for text in (
            "记者从市总工会获悉",
            "记者日前在江畔采访",
            "记者来到车间，看到",
            "通讯员培训班开班",
            "记者节快乐",
        ):
            self.assertIsNone(read_credits(fold(text)), text)

    def test_reads_back_what_was_printed(self):
        for printed in (
            "记者林岚 通讯员何青、江望",
            "记者林岚/文 通讯员何青/摄",
            "记者林岚 见习记者方新 摄影报道",
            "通讯员何青 摄",
        ):
            line = read_credits(printed)
            self.assertEqual(print_byline([*line.credits, *line.photographers]), printed)


class FindingTests(TestCase):
    def test_a_line_alone_in_brackets_or_behind_a_bullet(self):
        self.assertEqual(people(alone(fold("【江畔网报道 见习记者 方新】")).line), [("方新", "trainee_reporter")])
        self.assertEqual(people(alone("□ 林岚", bare=True).line), [("林岚", AUTHOR)])
        self.assertIsNone(alone("□ 林岚"))

    def test_before_the_first_sentence(self):
        text = fold("（记者林岚）“今天真好！”她说。")
        found = at_head(text)

        self.assertEqual((people(found.line), text[found.end :]), ([("林岚", REPORTER)], "“今天真好!”她说。"))

    def test_behind_the_last_sentence(self):
        text = fold("大家都笑了。”本报记者 林岚")
        found = at_tail(text)

        self.assertEqual((people(found.line), text[: found.start]), ([("林岚", REPORTER)], "大家都笑了。”"))

    def test_bare_names_in_brackets_only_where_a_story_ends(self):
        text = fold("培训结束了。（林岚 何青）")

        self.assertIsNone(at_tail(text))
        self.assertEqual(people(at_tail(text, bare=True).line), [("林岚", AUTHOR), ("何青", AUTHOR)])

    def test_an_author_with_a_post_and_a_pen_name(self):
        self.assertEqual(people(at_tail(fold("林岚（江畔大学教授）"), bare=True).line), [("林岚", AUTHOR)])
        self.assertEqual(people(at_tail(fold("夜深了。（望）"), bare=True).line), [("望", AUTHOR)])
        self.assertIsNone(at_tail(fold("夜深了。（完）"), bare=True))

    def test_a_picture_issued_by_an_agency(self):
        text = fold("天热了。新华社发（何青 摄）")

        self.assertEqual(text[at_tail(text).start :], "新华社发(何青 摄)")

    def test_a_desk_that_signs_as_a_whole(self):
        self.assertEqual(people(alone("本报评论员", bare=True).line), [("本报评论员", AUTHOR)])

    def test_a_caption_with_its_photographer(self):
        text = fold("培训现场。通讯员何青 摄")
        found = at_tail(text)

        self.assertEqual((text[: found.start], pictures(found.line)), ("培训现场。", [("何青", CORRESPONDENT)]))
