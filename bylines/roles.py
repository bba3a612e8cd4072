"""The words that say who did what, as papers print them: 首席记者, 特约通讯员, 文/图, 摄影报道, 供图."""

import re

from bylines.credits import (
    AUTHOR,
    CORRESPONDENT,
    EDITOR,
    INTERN,
    PHOTOGRAPHER,
    REPORTER,
    SPECIAL_CORRESPONDENT,
    TRAINEE_REPORTER,
)
from bylines.names import HAN

HOUSE = "本[报网台刊社]"
PAPER = (
    "日报|晚报|早报|晨报|时报|都市报|快报|商报|青年报|工人报|导报|周报|周刊|新闻网|在线|客户端|广播|电视台|总台|"
    "通讯社|报社|央视|卫视|频道|传媒|融媒|新闻|观察|报|社|网|台"
)
OUTLET = rf"(?:{HOUSE}|[{HAN}A-Za-z-]{{1,12}}?(?:{PAPER}))"
POSTED = rf"(?:驻[{HAN}、]{{2,12}}?)?"

ADJECTIVE = (
    f"{HOUSE}|全媒体?|融媒体?|新媒体|首席|高级|资深|主任|文字|视频|摄影|图片|客户端|特约|特派|见习|实习|青年|专职|兼职|优秀|骨干|"
    "驻站|签约|专题|深度|时政|财经|体育|文化|军事|科技|教育|社会|经济|法治|版面|责任|值班|新闻|联合|集团|中心"
)
NOUN = (
    "记者|通讯员|报道员|实习生|撰稿人?|撰文|评论员|编译|编辑|责编|美编|审稿|审校|校对|主编|编审|统筹|策划|整理|翻译|译者|口述|"
    "供稿|执笔|采写|作者(?!系|单位|均?为|是)|文字|摄影师|摄像|摄影|版式|制图|绘图|漫画"
)
ROLE_WORD = rf"(?:{ADJECTIVE})*(?:{NOUN})"
HEAD = re.compile(
    rf"(?:(?P<unit>{OUTLET}{POSTED})(?:(?:综合)?报道(?=\s))?\s*)?(?P<word>{ROLE_WORD})(?![节站证会团])\s*[:/]?"
)
BARE_UNIT = re.compile(rf"(?P<unit>{OUTLET})\s+")

BOTH = "both"
WORDS = "words"
PICTURES = "pictures"
CAMERA = "摄影|摄"
PEN = "文字|文"
PICTURE = "图片|图"
# Before the names: 文/张三 图/李四, 文图 张三. Behind them: 张三/文 李四/摄, 张三 摄影报道.
BEFORE_NAMES = re.compile(
    rf"(?:(?P<both>(?:{PEN})[/、及和&]?(?:{CAMERA}|{PICTURE})|(?:{PICTURE}|{CAMERA})[/、及和&]?(?:{PEN}))[/:\s]\s*"
    rf"|(?P<pictures>{CAMERA}|{PICTURE}|供图)\s*[/:]\s*"
    rf"|(?P<words>{PEN}|撰文)\s*[/:]\s*)(?=[{HAN}])"
)
REPORTED = r"(?:\d{1,2}月\d{1,2}日)?(?:发自\S{2,8}|综合|联合|现场|独家|专题|特别)?报道|专电|发回报道"
BEHIND_NAMES = re.compile(
    rf"\s*(?:(?P<both>/?\s*(?:(?:{PEN})\s*[/、及和&]?\s*(?:{CAMERA}|{PICTURE})|(?:{PICTURE}|{CAMERA})\s*[/、及和&]?\s*(?:{PEN})|"
    rf"(?:{CAMERA}|图文)\s*[/、]?\s*报道)(?:报道)?)"
    rf"|(?P<pictures>/\s*(?:{CAMERA}|{PICTURE})|{CAMERA}|供图|图(?=\s*[)\]]|\s*$))"
    rf"|(?P<reported>{REPORTED})"
    rf"|(?P<words>/\s*(?:{PEN})|撰文|采写|整理|译|编译|绘|文(?=\s*[)\]]|\s*$)))"
)
SOURCE = re.compile(
    r"(?P<picture>图片来源|图源|图/(?=视觉中国|新华社|IC))\s*:?\s*(?P<image>[^\s,，。;；()\[\]]{1,20})"
    r"|(?:(?:本文|文章|稿件|新闻|信息)?来源|稿源|转自|据)\s*[:：]\s*(?P<source>《?[^\s,，。;；()\[\]:]{1,20}?》?)(?=作者|编辑|责任编辑|记者|[\s,，。;；()\[\]]|$)"
)
# What may stand in a line of credits without being a name: times, which lead back into the running text.
TIME_WORD = "昨日|昨天|昨晚|今日|今天|今晨|日前|近日|连日来|日|获悉|了解|采访|看到|发现"


def role_of(word):
    """The role that a word gives, and as who a photographer stands there."""
    if "记者" in word and re.search("摄影|图片", word):
        return PHOTOGRAPHER, REPORTER
    if re.search("特约|特派", word):
        return SPECIAL_CORRESPONDENT, ""
    if re.search("见习|实习", word):
        return (TRAINEE_REPORTER if word.endswith("记者") else INTERN), ""
    return next((role for nouns, role in NOUN_ROLES if re.search(f"(?:{nouns})$", word)), AUTHOR), ""


NOUN_ROLES = (
    ("记者", REPORTER),
    ("通讯员|报道员", CORRESPONDENT),
    ("编辑|责编|美编|审稿|审校|校对|主编|编审|统筹|策划|版式", EDITOR),
    ("摄影师?|摄像|制图|绘图|漫画", PHOTOGRAPHER),
)
