"""How a story is set, measured in a browser: which characters begin and end the lines at twenty widths."""

import re

from tests.browser import BrowserTestCase
from tests.factories import illustrate, make_page, make_photo, make_published

WIDTHS = [320, 344, 360, 375, 390, 412, 430, 480, 540, 600, 667, 740, 768, 820, 912, 1024, 1100, 1194, 1280, 1440]
MAY_NOT_BEGIN = set("，。、；：！？”’）》〉】」』％%‰℃·～－–/")
MAY_NOT_END = set("“‘（《〈【「『￥$/")
# Nothing of these is parted by a line's end, and no number.
WHOLE = re.compile(r"——|……|[￥$]?\d[\d,.:/-]*[%‰℃]?|Django|GDP")
HARD = (
    "他在会上说：“好。”（完）记者问：‘怎么办？’“书里说：‘好！’”《山海劳动报〈县域版〉》刊登了……这件事——谁也没想到——就这样成了。"
    "2026年GDP增长5.3%，达到1,234,567.89亿元；比上年多12.5‰，气温-5℃～38℃，时速120公里/小时，北京—上海高铁9:30—17:00开放，"
    "约翰·斯图尔特·穆勒来了；3～5天，10%～20%，用Python和Django写成，“一”“二”《甲》《乙》（三）、（四）！好？是……吗？"
    "电话0571-88880000、0571-88881111；￥1,200元，$300，中共中央－国务院，2023–2025年，占1/2，第5—7版，2026-03-02出版。"
)
LINES = """selector => [...document.querySelectorAll(selector)].map(block => {
  const lines = [], range = document.createRange(), walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const half = parseFloat(getComputedStyle(block).fontSize) / 2;
  let middle = -Infinity;
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    for (let place = 0; place < node.length; place++) {
      range.setStart(node, place);
      range.setEnd(node, place + 1);
      const box = range.getClientRects()[0];
      if (!box?.width || !node.data[place].trim()) continue;
      if (box.top + box.height / 2 > middle + half) {
        lines.push({ text: "", left: box.left - block.getBoundingClientRect().left });
        middle = box.top + box.height / 2;
      }
      lines.at(-1).text += node.data[place];
    }
  }
  return lines;
})"""
SETTING = """() => {
  const body = document.querySelector(".article-body");
  const of = (selector) => getComputedStyle(document.querySelector(selector));
  const style = getComputedStyle(body), size = parseFloat(style.fontSize);
  return {
    characters: body.getBoundingClientRect().width / size,
    leading: parseFloat(style.lineHeight) / size,
    indent: parseFloat(of(".article-body > p").textIndent) / size,
    align: style.textAlign, autospace: style.textAutospace,
    headline: of("h1").textWrap, caption: of(".figure-caption").textIndent,
  };
}"""
LOOSER = """([rule, value]) => {
  document.documentElement.style = "";
  document.documentElement.style[rule] = value;
}"""
SET_LINES = ".article-body > p, .article-quote p, .figure-caption, .article-subhead, .article-headline"


def faults(blocks):
    """Each line that begins or ends as it may not, and each word that a line's end parts."""
    return [fault for lines in blocks for fault in faults_of([line["text"] for line in lines])]


def faults_of(lines):
    wrong = [f"^{line}" for line in lines[1:] if line[0] in MAY_NOT_BEGIN]
    wrong += [f"{line}$" for line in lines[:-1] if line[-1] in MAY_NOT_END]
    text, ends, end = "".join(lines), set(), 0
    for line in lines[:-1]:
        end += len(line)
        ends.add(end)
    return wrong + [word[0] for word in WHOLE.finditer(text) if ends & set(range(word.start() + 1, word.end()))]


class TypographyTests(BrowserTestCase):
    def setUp(self):
        super().setUp()
        # The same text from other beginnings, so that every mark comes to every place of a line.
        body = "\n".join(
            [*(HARD[start:] + HARD for start in (0, 3, 7)), "[图1]", f"> {HARD}", "## 一张“提案卡”，换来的"]
        )
        page = make_page()
        self.story = make_published(headline="“金点子”写进了涨薪单——3～5天见分晓", body=body, page=page)
        illustrate(article=self.story, photo=make_photo(caption=HARD, by=[("photographer", "马敏")]))

    def measured(self, width):
        self.page.set_viewport_size({"width": width, "height": 900})
        return self.page.evaluate(LINES, SET_LINES)

    def check_setting(self, width):
        setting = self.page.evaluate(SETTING)
        self.assertAlmostEqual(setting["characters"], round(setting["characters"]), 1, width)
        self.assertLessEqual(setting["characters"], 40.01, width)
        self.assertTrue(1.5 <= round(setting["leading"], 2) <= 2, setting)
        self.assertEqual(round(setting["indent"], 2), 2)
        rest = {name: setting[name] for name in ("align", "autospace", "headline", "caption")}
        self.assertEqual(rest, {"align": "justify", "autospace": "normal", "headline": "balance", "caption": "0px"})

    def check(self, widths):
        count = 0
        for width in widths:
            blocks = self.measured(width)
            self.assertEqual(faults(blocks), [], f"{width} px")
            self.check_setting(width)
            count += sum(map(len, blocks))
        return count

    def test_lines_begin_and_end_as_they_may(self):
        self.visit(self.story.get_absolute_url())
        self.assertGreater(self.check(WIDTHS), 500)
        self.assertNotIn("\u3000", self.page.content())

    def test_also_in_large_print_and_on_paper(self):
        self.visit(self.story.get_absolute_url() + "?large=1")
        self.check(WIDTHS[::4])
        self.page.emulate_media(media="print")
        self.check([642])  # what A4 leaves between the margins

    def test_looser_rules_would_be_noticed(self):
        self.visit(self.story.get_absolute_url())
        for rule, value in (("lineBreak", "anywhere"), ("lineBreak", "loose"), ("wordBreak", "break-all")):
            self.page.evaluate(LOOSER, [rule, value])
            self.assertTrue(any(faults(self.measured(width)) for width in WIDTHS[::4]), value)
