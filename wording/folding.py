"""A reader's view of a text: one character for one, so that a place in it is the same place in the text.

Only for reading (looking for credits, datelines, headings); what is stored goes through wording.typography.
"""

import re

WIDE_ASCII = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
FOLDED: dict[int, int | str] = {
    **WIDE_ASCII,
    **dict.fromkeys(map(ord, "\u3000\u00a0\t\u2002\u2003\ufeff\u200b\r\x0b\x0c"), " "),
    **dict.fromkeys(map(ord, "・•‧･"), "·"),
    **dict.fromkeys(map(ord, "―─－—"), "—"),
    **dict.fromkeys(map(ord, "【〔［〖"), "["),
    **dict.fromkeys(map(ord, "】〕］〗"), "]"),
    **dict.fromkeys(map(ord, "∕／"), "/"),
    **dict.fromkeys(map(ord, "：︰∶"), ":"),
    **dict.fromkeys(map(ord, "〇○"), "〇"),
    ord("，"): ",",
    ord("丨"): "|",
    ord("│"): "|",
}


WIDE_POINT_IN_NAME = re.compile(r"(?<=[\u4e00-\u9fff])(?<![一二三四五六七八九十])．(?=[\u4e00-\u9fff])")


def fold(text: str) -> str:
    return WIDE_POINT_IN_NAME.sub("·", text).translate(FOLDED)
