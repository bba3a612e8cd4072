from unittest import TestCase

from wording.endings import cut_off
from wording.unmarked import unmarked


def shown(body):
    text = unmarked(body)
    return [text.words[slip.start : slip.end] for slip in cut_off(text)]


class EndingTests(TestCase):
    def test_shows_a_paragraph_that_stops_in_mid_sentence(self):
        self.assertEqual(shown("近年来，店口镇总工会立足基层组织，整合资源力量，建立了工作体"), ["建立了工作体"])
        self.assertEqual(shown("近年来，\n店口镇开工。"), ["近年来，"])

    def test_leaves_sentences_subheads_tables_and_short_lines(self):
        body = (
            "## 立足基层组织，整合资源力量，建立矛盾联动、维权联动、数字联动\n"
            "他说：“开工了，今年比去年早了整整一个月的时间。”\n"
            "| 单位，名称 | 人数 |\n春风又绿江南岸\n"
            "分为以下几步，请各单位的负责同志对照执行并按时报送：\n"
            "其中一项进展顺利，另一项也已开工……"
        )

        self.assertEqual(shown(body), [])

    def test_leaves_a_credit_behind_the_text(self):
        self.assertEqual(shown("入秋以来，茶园里一片繁忙的景象，工会送来了清凉。 记者李凡 通讯员周永卫"), [])
