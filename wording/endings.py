"""Paragraphs that stop in the middle of a sentence."""

import re

from wording.unmarked import Slip

CLOSED = re.compile(r"[。！？…!?.；：;:][”’）」』》)】]*$|[”’）」』》)】—～~]$")
BROKEN = re.compile(r"[，、,]$")
PROSE = re.compile("[，。；：！？]")
SHORTEST = 25  # characters of a line that must be a sentence: names, addresses and lists are shorter
SHOWN = 6
# Lines that say who, where and when, and end without a mark.
COLOPHON = re.compile(
    r"(?:记者|通讯员|编辑|作者|来源|摄影|摄|供图|制图|文|图|报道|日电|据|电话|邮箱|地址|网址|热线|微信号?|单位|时间|责编|校对)[^。！？]{0,40}$"
)


def cut_off(words):
    """Takes wording.unmarked.Unmarked; shows the last characters of a paragraph that ends nowhere."""
    for line in words.lines:
        text = words.words[line.start : line.end].rstrip(" \u3000")
        if line.kind in ("paragraph", "quote") and is_cut(text):
            end = line.start + len(text)
            yield Slip(max(line.start, end - SHOWN), end)


def is_cut(text):
    if BROKEN.search(text):
        return True
    is_prose = len(text) >= SHORTEST and PROSE.search(text)
    return bool(is_prose) and not CLOSED.search(text) and not COLOPHON.search(text[-60:])
