"""Any reporter may type anything: twice the text takes about twice the time, whatever it repeats."""

import gc
import time
from datetime import date
from types import SimpleNamespace

from django.test import SimpleTestCase

from articles.checks.prepared import text
from articles.checks.texts import TEXT_CHECKS

REPEATED = [
    *("0", "1,", "1，200", "1月", "1万", "20-", "二零", "１"),
    *("的", "一", "口", "，", "。", "…", "—", "-", ",", ".", " ", "中 "),
    *("（", "“", "《", "》", "）", "（\n", "《》", "“中”", '中"', "中'"),
    *("a", "a ", "a@", "www.", "a@a.cn 中,", "“二〇二三年”", "[", "*", "|", "\n"),
]
MANY = 6_000


def seconds(rule, repeated, length):
    story = SimpleNamespace(printed_on=date(2023, 3, 2), texts={})
    story.texts["body"] = text("body", "", (repeated * length)[:length])
    began = time.process_time()
    list(rule(story))
    return time.process_time() - began


class HostileTextTests(SimpleTestCase):
    def setUp(self):
        """Whoever looks through the whole heap does so at any time."""
        gc.collect()
        gc.disable()
        self.addCleanup(gc.enable)

    def test_takes_linear_time(self):
        for check in TEXT_CHECKS:
            for repeated in REPEATED:
                with self.subTest(check=check.code, repeated=repeated):
                    self.assert_linear(check.find, repeated)

    def assert_linear(self, rule, repeated):
        """What takes no time is not compared; what does is measured anew before it is blamed."""
        if seconds(rule, repeated, 2 * MANY) < 0.05:
            return
        ratios = [seconds(rule, repeated, 2 * MANY) / seconds(rule, repeated, MANY) for _try in range(3)]
        self.assertLess(min(ratios), 3)
