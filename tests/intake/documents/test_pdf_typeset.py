"""A page as typesetting programs make it: embedded fonts, justified columns, Latin among Chinese. Chromium sets it."""

import os
from unittest import SkipTest, TestCase

import pytest

from intake.documents.pdf.reading import read_pdf
from tests.servers.chromium import find_chromium, running

STYLE = """@page { size: 1100px 1500px; margin: 0 } body { margin: 40px; font: 13px/1.55 'Noto Serif CJK SC', serif }
p { margin: 0; text-indent: 2em; text-align: justify }
h1 { font: bold 28px 'Noto Sans CJK SC', sans-serif; margin: 8px 0 }
main { display: grid; grid-template-columns: repeat(4, 1fr); gap: 16px }"""
TEXT = [
    "本报讯（记者林岚）日前，江畔区总工会主席叶生来到PM2.5监测车间，把价值12万元的防暑用品送到300多名职工手中。",
    "“我们盼着这一天。”班长何青说，车间温度最高时有41.5℃，公司为此调整了作息，早晚多干、中午多歇，大家都说好。",
    "送清凉只是第一步。",
    "江畔区总工会还将在8月底前走完全区26个镇街、1800家企业，把《劳动法》宣传册和体检卡一并送去，让服务不打折扣。",
]


def section(headline, columns, number):
    paragraphs = "".join(f"<p>{text}</p>" for text in stories(number))
    text = f"<div style='column-count:{columns}'>{paragraphs}</div>"
    return f"<section style='grid-column:span {columns}'><h1>{headline}</h1>{text}</section>"


def stories(number):
    return [f"（{place}）{text}" for place in range(number) for text in TEXT]


def typeset(style, *html):
    """The PDF that Chromium prints."""
    if not find_chromium():
        if os.environ.get("REQUIRE_ALL") == "1":
            raise RuntimeError("Chromium is not installed, and REQUIRE_ALL=1 demands it.")
        raise SkipTest("Chromium is not installed: no page is typeset.")
    with running().new_page() as page:
        page.set_content(f"<meta charset=utf-8><style>{style}</style>{''.join(html)}")
        return page.pdf(prefer_css_page_size=True)


@pytest.mark.browser
class TypesetPageTests(TestCase):
    def test_its_stories_are_read_word_for_word(self):
        layout = [
            ("送清凉到一线车间", 4, 5),
            ("江畔开出新课堂", 2, 3),
            ("家门口的好去处", 2, 2),
            ("小店也有大学问", 3, 4),
        ]

        text = read_pdf("01.pdf", typeset(STYLE, "<main>", *(section(*story) for story in layout), "</main>")).text

        expected = ["\n".join([headline, *stories(number)]) for headline, _, number in layout]
        self.assertEqual(text.split("\n\n\n"), expected)
