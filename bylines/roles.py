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
    "日报|晚报|早报|晨报|时报|都市报|快报|商报|青年报|工人报|导报|周报|周刊|新闻网|在线|客户端|广播|电视台|总台|通讯社|报社|"
    "央视|卫视|频道|传媒中心|传媒|融媒体中心|融媒体|融媒|新闻中心|新闻|观察|经济报道|报|社|网|台"
)
OUTLET = rf"(?:{HOUSE}|[{HAN}A-Za-z0-9-]{{1,12}}?(?:{PAPER}))"
UNIT = rf"(?:{OUTLET}(?:[-·—]{OUTLET})?(?:驻[{HAN}、]{{2,12}}?)?)"

ADJECTIVE = (
    f"{HOUSE}|全媒体?|融媒体?|新媒体|首席|高级|资深|主任|文字|视频|摄影|图片|客户端|特约|特派|见习|实习|青年|专职|兼职|优秀|骨干|"
    "驻站|签约|专题|深度|时政|财经|体育|文化|军事|科技|教育|社会|经济|法治|版面|责任|值班|新闻|联合|集团|中心"
)
EDITING = "编辑|责编|美编|审稿|审核|审校|校对|主编|总编|编审|统筹|策划|版式|监制|终审|复审|初审|制作|编委|通联"
DRAWING = "制图|绘图|漫画|插图|海报"
FILMING = "摄影师|摄像|摄影"
WRITING = "撰稿人?|撰文|评论员|编译|整理|翻译|译者|口述|供稿|执笔|采写|作者(?!系|单位|均?为|是)|文字"
NOUN = f"记者|通讯员|报道员|实习生|{WRITING}|{EDITING}|{FILMING}|{DRAWING}"
ROLE_WORD = rf"(?:{ADJECTIVE})*(?:{NOUN})"
NOT_A_ROLE = "(?![节站证会团部室们调])"  # 记者节, 编辑部
HEAD = re.compile(rf"(?:(?P<unit>{UNIT})(?:(?:综合)?报道(?=\s))?\s*)?(?P<word>{ROLE_WORD}){NOT_A_ROLE}\s*[:/|]?")
# An employer that no list knows, set solid before the role word.
HEAD_OF_ANY_UNIT = re.compile(
    rf"(?P<unit>[{HAN}]{{2,8}}?)(?P<word>(?:{ADJECTIVE})*(?:记者|编辑|通讯员)){NOT_A_ROLE}\s*[:/|]?"
)
BARE_UNIT = re.compile(rf"(?P<unit>{UNIT})\s+")

BOTH = "both"
PICTURES = "pictures"
REPORTED = "reported"
CAMERA = "摄影|摄"
PEN = "文字|文"
PICTURE = "图片|图"
HERE = "(?:本[版组文]|文中|以上)"
AND = "[/、及和与&| ]?"
EITHER_ORDER = rf"(?:(?:{PEN}){AND}(?:{CAMERA}|{PICTURE})|(?:{PICTURE}|{CAMERA}){AND}(?:{PEN}))"
# Before the names: 文/张三 图/李四, 文图 张三. Behind them: 张三/文 李四/摄, 张三 摄影报道.
BEFORE_NAMES = re.compile(
    rf"(?:(?P<both>{EITHER_ORDER})[/:|\s]\s*"
    rf"|(?P<pictures>{HERE}?(?:{CAMERA}|{PICTURE}|照片|供图))(?:(?:除署名外)?均?由|\s*[/:|])\s*"
    rf"|(?P<words>{HERE}?(?:{PEN}|撰文))(?:均?由|\s*[/:|])\s*)(?=[{HAN}])"
)
LINE_OVER = r"(?=\s*[)\]]|\s*$)"
CITY = (
    "北京|上海|天津|重庆|石家庄|太原|呼和浩特|沈阳|长春|哈尔滨|南京|杭州|合肥|福州|南昌|济南|郑州|武汉|长沙|广州|南宁|海口|成都|贵阳|昆明|"
    "拉萨|西安|兰州|西宁|银川|乌鲁木齐|深圳|宁波|厦门|青岛|大连|温州|苏州|香港|澳门|台北"
)
BEHIND_NAMES = re.compile(
    rf"\s*(?:(?P<both>/?\s*{EITHER_ORDER}(?:报道)?|/?(?:{CAMERA}|图文|文图)\s*[/、]?\s*报道)"
    rf"|(?P<pictures>/\s*(?:{CAMERA}|{PICTURE})|{CAMERA}|供图|提供|(?<=\s){PICTURE}(?=\s)|图{LINE_OVER})"
    rf"|(?P<reported>(?:发自)?(?:{CITY})?(?:\d{{1,2}}月\d{{1,2}}日)?(?:综合|联合|现场|独家|专题|特别|发回)*报道|专电"
    rf"|发自[{HAN}]{{2,8}})"
    rf"|(?P<words>/\s*(?:{PEN})|撰文|采写|整理|译|编译|绘|(?<=\s){PEN}(?=\s)|文{LINE_OVER}))"
)
PICTURE_AGENCY = "人民视觉|视觉中国|东方IC|图虫创意|IC\\s?photo|CFP"
A_SOURCE = r"[^\s,，。;；()\[\]:]{1,20}"
EDGE = r"(?=[\s,，。;；()\[\]]|$)"
SOURCE = re.compile(
    rf"(?:图片来源|图源|图/(?={PICTURE_AGENCY}|新华社|中新社))\s*[:/|]?\s*(?P<image>{A_SOURCE})"
    rf"|供图\s*[:/|]\s*(?P<giver>{UNIT}){EDGE}|(?P<agency>{PICTURE_AGENCY}){EDGE}"
    rf"|(?:(?:本文|文章|稿件|新闻|信息)?来源|稿源|转自)\s*[:/|]\s*(?P<source>{A_SOURCE}?)(?={ROLE_WORD}|{EDGE})"
    rf"|(?:图片|照片)均?由(?P<provider>[{HAN}]{{2,16}}?)提供{EDGE}"
    rf"|(?P<supplier>[{HAN}]{{2,14}}?(?:供图|提供图片)){EDGE}"
)
# What may stand in a line of credits without being a name: times, which lead back into the running text.
TIME_WORD = "昨日|昨天|昨晚|今日|今天|今晨|日前|近日|连日来|获悉|了解|采访|看到|发现"


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
    (EDITING, EDITOR),
    (f"{FILMING}|{DRAWING}", PHOTOGRAPHER),
)
