"""How a name sounds: what is typed without changing to Chinese, and what people who heard it wrote differently."""

import re
from functools import cache

from bylines.surnames import COMPOUND

LONGEST_SOUND = 600
# As surnames these are read otherwise than in words.
SURNAMES = {
    **{
        "单": "shan",
        "曾": "zeng",
        "解": "xie",
        "仇": "qiu",
        "查": "zha",
        "区": "ou",
        "任": "ren",
        "盖": "ge",
        "朴": "piao",
    },
    **{"翟": "zhai", "乐": "yue", "缪": "miao", "种": "chong", "冼": "xian", "秘": "bi", "逄": "pang", "员": "yun"},
    **{"尉": "wei", "黑": "he", "折": "she", "华": "hua", "燕": "yan", "宁": "ning", "应": "ying", "万俟": "mo qi"},
    **{"尉迟": "yu chi", "长孙": "zhang sun", "令狐": "ling hu", "单于": "chan yu", "澹台": "tan tai"},
}
NO_LETTER = re.compile(r"[^a-z0-9]")


def sound_of(name):
    """ "zhouyongwei zyw" of 周永卫: its syllables, and behind a space their first letters."""
    parts = syllables(name)
    return f"{''.join(parts)} {''.join(part[0] for part in parts)}"[:LONGEST_SOUND] if parts else name.lower()


def syllables(name):
    """Of each character; what is no Chinese stays as it is, in small letters."""
    surname = next((name[:size] for size in (2, 1) if name[:size] in SURNAMES and (size == 2) == is_compound(name)), "")
    read = [*SURNAMES.get(surname, "").split(), *readings()(name[len(surname) :])]
    return [part for part in (NO_LETTER.sub("", each.lower()) for each in read) if part]


def is_compound(name):
    return name[:2] in COMPOUND and len(name) > 2


@cache
def readings():
    """Its tables take tens of megabytes, and only who enters a name wants them."""
    from pypinyin import lazy_pinyin

    return lazy_pinyin


def typed_sound(words):
    """What was typed into a search box as a sound, "Zhou Yongwei" as "zhouyongwei"; "" where it is none."""
    solid = re.sub(r"[\s'’-]", "", words.lower())
    return solid if re.fullmatch(r"[a-z]+", solid) else ""
