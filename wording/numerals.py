"""Numbers as GB/T 15835 has them: one style in one number, half-width marks inside, a % behind both ends."""

import re

from wording.unmarked import Slip, outside

FIGURES = "一二三四五六七八九十"
YEAR_FIGURES = "〇零○一二三四五六七八九"
DATE = re.compile(
    rf"\d{{1,2}}月[{FIGURES}]{{1,3}}日|(?<![{FIGURES}\d])[{FIGURES}]{{1,2}}月\d{{1,2}}日"
    rf"|\d{{4}}年[{FIGURES}]{{1,2}}月(?=\d|[{FIGURES}]{{1,3}}日)|[{YEAR_FIGURES}]{{4}}年\d{{1,2}}月"
)
# Each begins where its digits do, and has so many: a body of digits alone is read once, not once for each of them.
# 万 and 亿 may follow figures, 千 百 十 may not; 3千克, 33万千瓦 and 2023十大新闻 are something else.
UNITS = "克米瓦伏卡帕赫字焦兆乏安牛升位比里"
MIXED = re.compile(
    rf"(?<!\d)\d{{1,12}}(?:\.\d{{1,12}})?[万亿]\d{{1,12}}[千百十](?![{UNITS}])|(?<!\d)\d{{1,12}}[万亿][{FIGURES}][千百十]"
    rf"|(?<![\d.])\d{{1,3}}[千百十](?![{UNITS}强佳大年分家货姓事度花合])[万亿]?"
)
WIDE_INSIDE = re.compile(
    r"(?<![\d，,.])\d{1,3}(?:，\d{3})+(?![\d，])(?=[万亿元人吨米户名只件家亩台])|(?<=\d)[．](?=\d)|(?<=\d)。(?=\d+%)"
)
# A time stands behind a day, an hour of it or another time; elsewhere 21：19 is a score.
TIME = re.compile(r"(?<=[日晨午晚间夜于至到从—–～~-])(?:[01]?\d|2[0-4])：[0-5]\d(?!\d)")
PERCENT_RANGE = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)[-~～—–至到](\d+(?:\.\d+)?)%")
HAN_YEAR = re.compile(rf"(?<![{YEAR_FIGURES}])[一二][{YEAR_FIGURES}]{{3}}年")
ZERO_YEAR = re.compile(rf"(?<![{YEAR_FIGURES}])[一二](?=[{YEAR_FIGURES}]{{0,2}}[零○])[{YEAR_FIGURES}]{{3}}年")
FIGURE_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d年")
QUOTED = re.compile("《[^《》]*》|“[^“”]*”|（[^（）]*号）")
GROUPED = re.compile(r"(?<![\d,.])\d{1,3}(?:,\d{3})+(?![\d,])")
UNGROUPED = re.compile(r"(?<![\d,.A-Za-z-])\d{5,}(?![\d,A-Za-z-])(?=(?:\.\d+)?余?多?[万亿元人吨米户名只件家亩台个辆])")


def mixed_dates(text):
    """3月二日, 二〇二三年3月."""
    for found in DATE.finditer(text):
        yield Slip(*found.span())


def mixed_numbers(text):
    """1万2千, 5千人, 3百."""
    for found in MIXED.finditer(text):
        yield Slip(*found.span())


def wide_marks_inside(text):
    """1，200元 and 3．5 want half-width marks; 18：30 does too."""
    narrow = str.maketrans("，．。：", ",..:")
    for pattern in (WIDE_INSIDE, TIME):
        for found in pattern.finditer(text):
            yield Slip(*found.span(), found[0].translate(narrow))


def short_percent_ranges(text):
    """10-20%: the sign stands behind both numbers."""
    for found in PERCENT_RANGE.finditer(text):
        yield Slip(*found.span(), f"{found[1]}%～{found[2]}%")


def zeros_in_years(text):
    """二零二三年 is written 二〇二三年."""
    for found in ZERO_YEAR.finditer(text):
        yield Slip(*found.span(), found[0].replace("零", "〇").replace("○", "〇"))


def years_in_characters(texts):
    """二〇二三年 in a story that also writes 2023年; what is quoted keeps its own. One list of slips for each text."""
    if not any(FIGURE_YEAR.search(text) for text in texts):
        return [[] for _text in texts]
    return [_outside_quotes(HAN_YEAR, text) for text in texts]


def ungrouped_numbers(texts):
    """12000 in a story that also writes 12,000. One list of slips for each text."""
    if not any(GROUPED.search(text) for text in texts):
        return [[] for _text in texts]
    return [[Slip(*found.span(), f"{int(found[0]):,}") for found in UNGROUPED.finditer(text)] for text in texts]


def _outside_quotes(pattern, text):
    return outside([Slip(*found.span()) for found in pattern.finditer(text)], QUOTED.finditer(text))
