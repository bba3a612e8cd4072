"""Any reporter may type anything: no check hangs, whatever the text repeats."""

from datetime import date
from types import SimpleNamespace

from django.test import SimpleTestCase

from articles.checks.prepared import text
from articles.checks.texts import TEXT_CHECKS
from tests.hanging import does_not_hang

REPEATED = [
    *("0", "1,", "1，200", "1月", "1万", "20-", "二零", "１"),
    *("的", "一", "口", "，", "。", "…", "—", "-", ",", ".", " ", "中 "),
    *("（", "“", "《", "》", "）", "（\n", "《》", "“中”", '中"', "中'"),
    *("a", "a ", "a@", "www.", "a@a.cn 中,", "“二〇二三年”", "[", "*", "|", "\n"),
]
MANY = 150_000
SLIPS = {"（", "“", "《", "）", "》", "（\n", "中'", '中"'}  # each of these is one to be shown, which takes longer
MANY_SLIPS = 30_000


def story_of(repeated):
    length = MANY_SLIPS if repeated in SLIPS else MANY
    story = SimpleNamespace(printed_on=date(2023, 3, 2), texts={})
    story.texts["body"] = text("body", "", (repeated * length)[:length])
    return story


class HostileTextTests(SimpleTestCase):
    def test_no_check_hangs(self):
        for repeated in REPEATED:
            story = story_of(repeated)
            for check in TEXT_CHECKS:
                with self.subTest(check=check.code, repeated=repeated), does_not_hang():
                    list(check.find(story))
