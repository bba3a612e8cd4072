"""What stands around a line of credits: bullets, the time a web page printed, brackets, where to reach the desk."""

import re

from bylines.names import HAN, split_names
from bylines.roles import BEFORE_NAMES, BEHIND_NAMES, HEAD, SOURCE

BRACKETS = str.maketrans("()[]<>", "      ")
BULLETS = re.compile(
    rf"(?:[\s□■◆◇●◎▲△▶►※★☆〇*|—·-]|[①-⑳]\d?(?=[{HAN}]))+|口(?=本[报网]|记者|通讯员|[{HAN}]{{2,4}}(?:\s|$))"
)
# What a web page prints before the source: 时间:2024-05-06 08:30.
PRINTED_AT = re.compile(
    r"\s*(?:(?:发布|更新)?(?:时间|日期):?\s*)?\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?[\s|]+"
)
# Where to reach the desk: 电话:5550100 邮箱:desk@example.org. It closes a line of credits, or stands alone.
ADDRESS = (
    r"(?:https?://|www\.)[\w./?=&%-]+|\([^()]{0,20}(?:报料|爆料|线索)[^()]{0,30}\)|线索提供[\s:]+[^,。:()]{2,30}|"
    r"(?:新闻|投稿|联系|读者|有奖|报料|爆料|热线|编辑部?|本报)*(?:热线|电话|手机|邮箱|电邮|电子邮件|信箱|传真|微信|QQ|[Ee]-?mail)(?:号|群)?"
    r"\s*[:/]?\s*[\w@.()+-]+(?:[、/,]\s*[\d-]{5,})*"
)
ADDRESSES = re.compile(rf"[\s,;|]*(?:{ADDRESS}[\s,;|]*)+")
OVER = re.compile(
    r"[\s。.,:;|]*(?:\(?附(?:图片?|照片)\d?\)?)?[\s|]*(?:(?:\d{4}[-年/.])?\d{1,2}[-月/.]\d{1,2}日?)?\s*(?:\d{1,2}:\d{2}(?::\d{2})?)?"
    rf"(?:{ADDRESSES.pattern})?\s*$"
)
NAME_BEFORE = re.compile(rf"^[\s□■◆◇●◎▲]*([{HAN}]{{2,4}})\s?$")
ASIDE = re.compile(rf"(?<=[{HAN}])\s?\(([^()\[\]]{{2,40}})\)")


def beginning(text):
    """Where the words of a line begin: behind its bullet, or the time of day that a web page printed."""
    before = PRINTED_AT.match(text) or BULLETS.match(text)
    return before.end() if before else 0


def is_over(text, end):
    tail = ADDRESSES.match(text, end)
    return bool(OVER.match(text, tail.end() if tail else end))


def without_brackets(text):
    """Brackets give way to spaces, but for those that say who the person before them is."""
    opened = list(text.translate(BRACKETS))
    for aside in ASIDE.finditer(text):
        if not is_credit(aside[1]) or is_place_of(text, aside):
            opened[aside.start(1) - 1], opened[aside.end() - 1] = "()"
    return "".join(opened)


def is_place_of(text, aside):
    """林岚(江畔): behind a name of its own stands where its writer lives, although that might be a name."""
    before = NAME_BEFORE.search(text, 0, aside.start())
    return bool(before and split_names(before[1]) and split_names(aside[1])) and aside.end() >= len(text.rstrip())


def is_credit(text):
    """What stands in brackets is a credit or a name of its own, rather than a word about a person."""
    begins = HEAD.match(text) or BEFORE_NAMES.match(text) or BEHIND_NAMES.match(text) or SOURCE.match(text)
    ends_in_role = begins and begins.re is HEAD and begins.end() == len(text)
    return bool(begins and not ends_in_role) or bool(split_names(text))
