from unittest import TestCase

from bylines.finding import alone, at_head, in_part
from tests.bylines.test_reading import CORRESPONDENT, REPORTER, people, pictures
from wording.folding import fold


class EmployerTests(TestCase):
    def assert_reads(self, text, *expected):
        line = alone(fold(text), bare=True).line
        self.assertEqual([(credit.name, credit.unit) for credit in line.credits], list(expected), text)

    def test_stands_between_the_role_and_the_name(self):
        self.assert_reads("通讯员 区总工会 林岚 区环卫站 何青", ("林岚", "区总工会"), ("何青", "区环卫站"))
        self.assert_reads("通讯员 江畔区总工会林岚", ("林岚", "江畔区总工会"))
        self.assert_reads("（江畔区总工会 林岚）", ("林岚", "江畔区总工会"))

    def test_stands_in_brackets_behind_the_name(self):
        self.assert_reads("通讯员 林岚（区总工会） 何青", ("林岚", "区总工会"), ("何青", ""))

    def test_of_a_reporter_has_two_parts_or_a_sign(self):
        self.assert_reads("江畔晚报·江畔一点 记者 林岚", ("林岚", "江畔晚报·江畔一点"))
        self.assert_reads("江畔+记者 林岚", ("林岚", "江畔+"))
        self.assert_reads("本报驻京记者 林岚", ("林岚", "本报驻京"))

    def test_is_not_seen_in_a_name_that_ends_like_one(self):
        self.assert_reads("通讯员 王文科", ("王文科", ""))


class WorkTests(TestCase):
    def assert_reads(self, text, credits, photographers):
        line = alone(fold(text), bare=True).line
        found = [name for name, _ in people(line)], [name for name, _ in pictures(line)]
        self.assertEqual(found, (credits, photographers), text)

    def test_is_not_taken_into_the_name_before_it(self):
        self.assert_reads("记者林岚周亦行实习生方新文/摄", ["林岚", "周亦行", "方新"], ["林岚", "周亦行", "方新"])
        self.assert_reads("记者 林岚 文并摄", ["林岚"], ["林岚"])
        self.assert_reads("记者 林岚 通讯员 何青 文/摄 编辑 江望", ["林岚", "何青", "江望"], ["林岚", "何青"])

    def test_may_stand_before_the_role_or_the_names(self):
        self.assert_reads("摄影 本报记者 林岚", [], ["林岚"])
        self.assert_reads("文字 本报记者 林岚", ["林岚"], [])
        self.assert_reads("文 林岚 图 何青", ["林岚"], ["何青"])
        self.assert_reads("文字 林岚 图片 何青 视频 江望", ["林岚"], ["何青", "江望"])

    def test_of_editors_goes_by_many_words(self):
        self.assert_reads("一审：林岚 二审：何青 三审：江望", ["林岚", "何青", "江望"], [])
        self.assert_reads("总策划：林岚 本版编辑/校对 何青 电话：5550100", ["林岚", "何青"], [])

    def test_who_supplied_and_where_it_was_taken_from(self):
        for text in (
            "图｜受访者提供",
            "图据江畔网",
            "（资料图片）",
            "新华社发 何青 摄",
            "记者 林岚 图片由区总工会提供",
        ):
            self.assertTrue(alone(fold(text)).line.image_source, text)
        for text in ("（据新华社）", "（摘自《江畔》）", "（本报综合）", "（据江畔网、江畔日报）"):
            self.assertTrue(alone(fold(text)).line.source, text)


class PartialTests(TestCase):
    def test_a_line_of_credits_with_an_unknown_word_is_read_with_doubt(self):
        line = in_part(fold("本报记者 林岚 帮忙的 X2 通讯员 何青")).line

        self.assertEqual(people(line), [("林岚", REPORTER), ("何青", CORRESPONDENT)])
        self.assertIn("X2", line.unsure)

    def test_headlines_with_such_words_are_none(self):
        for text in (
            "记者节，我们在现场",
            "首席记者林岚走进车间",
            "整理房间 也是技术活",
            "校对员的一天",
            "最美劳动者 林岚",
        ):
            self.assertIsNone(in_part(fold(text)), text)

    def test_names_in_other_languages_stay_whole(self):
        line = alone(fold("通讯员 古丽米热 记者 斯琴高娃")).line

        self.assertEqual(people(line), [("古丽米热", CORRESPONDENT), ("斯琴高娃", REPORTER)])

    def test_the_season_is_no_name(self):
        self.assertEqual(
            people(at_head(fold("记者 林岚 金秋时节，橙子红了。"), after_dateline=True).line), [("林岚", REPORTER)]
        )
