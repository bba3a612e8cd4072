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
OUTLET = rf"(?:{HOUSE}|[{HAN}A-Za-z0-9]{{1,8}}\+|[{HAN}A-Za-z0-9-]{{1,12}}?(?:{PAPER})|央视|央广)"
CHANNEL = rf"(?:{OUTLET}|[{HAN}]{{2,6}})"  # the second of two employers: 江畔晚报·江畔一点
UNIT = rf"(?:(?:{OUTLET}|《[^《》\s]{{2,10}}》)(?:[-·—/]{CHANNEL})?(?:驻[{HAN}、]{{1,12}}?)?)"

ADJECTIVE = (
    f"{HOUSE}|全媒体?|融媒体?|新媒体|首席|高级|资深|主任|文字|视频|摄影|图片|客户端|特约|特派|见习|实习|青年|专职|兼职|优秀|骨干|"
    "驻站|参与|签约|美术|专题|深度|本[版期文组](?:稿件)?|出镜|总|时政|财经|体育|文化|军事|科技|教育|社会|经济|法治|版面|责任|值班|新闻|联合|集团|中心"
)
SET_APART = r"(?=\s*[:/|]|\s)"  # everyday words, roles only where a mark or a space parts them from the name
EDITING = (
    "编辑|责编|美编|审稿|审核|审校|校对|主编|总编|编审|统筹|策划|版式|监制|终审|复审|初审|制作|编委|通联|"
    f"[一二三][审读校]|译审|签发|值班主任|指导(?:老师|教师)|(?:文案|视觉|剪辑|指导|设计|排版|审读|导演|监审|出品人?|执行|配音|音频|后期|脚本){SET_APART}"
)
DRAWING = f"(?:绘画|书法){SET_APART}|制图|绘图|漫画|插图|海报设计|海报|视觉设计|插画{SET_APART}"
FILMING = f"摄影师|摄像|摄影|视频拍摄|(?:视频|拍摄|图片){SET_APART}"
WRITING = (
    f"(?:讲述人?|主笔|主持人?|主讲人?|主播|记录|嘉宾){SET_APART}|撰稿人?|撰文|评论员|"
    "编译|整理|翻译|译者|口述人?|供稿|执笔人?|(?:参与)?采写|采访|作者(?!系|单位|均?为|是)|文字"
)
NOUN = f"记 ?者|通 ?讯 ?员|报道员|实 ?习 ?生|见习生|{WRITING}|{EDITING}|{FILMING}|{DRAWING}"
ROLE_WORD = rf"(?:{ADJECTIVE})*(?:{NOUN})"
NOT_A_ROLE = "(?![节站证会团部室们调注]|手记|观察)"  # 记者节, 编辑部, 记者注
HEAD = re.compile(rf"(?:(?P<unit>{UNIT})(?:(?:综合)?报道(?=\s))?\s*)?(?P<word>{ROLE_WORD}){NOT_A_ROLE}\s*[:/|]?")
# An employer that no list knows, set solid before the role word.
HEAD_OF_ANY_UNIT = re.compile(
    rf"(?P<unit>[{HAN}A-Za-z+·-]{{2,10}}?)(?P<word>(?:{ADJECTIVE})*(?:记者|编辑|通讯员)){NOT_A_ROLE}\s*[:/|]?"
)
BARE_UNIT = re.compile(rf"(?P<unit>{UNIT})\s+")
# A body whose people write for the paper: 江畔区总工会, 县环卫站. Some of the words may also end a name.
SURE_BODY = (
    "总工会|工会|委员会|[省市县区]委|[党团纪政]委|宣传部|组织部|统战部|工作部|公司|集团|中心|街道|街道办|办事处|办公室|医院|学院|大学|学校|中学|小学|"
    "幼儿园|检察院|法院|研究院|政府|支队|大队|中队|总队|公安局|管理局|交警|消防|救援站|派出所|车间|项目部|银行|电厂|协会|联合会|学会"
)
BODY = re.compile(
    rf"(?P<unit>(?:(?!{ROLE_WORD})[{HAN}]){{0,14}}(?:{SURE_BODY})|(?:(?!{ROLE_WORD})[{HAN}]){{2,14}}[局委部院校镇乡站队联办厂矿处科所])(?=\s)"
    rf"|(?P<solid>(?:(?!{ROLE_WORD})[{HAN}]){{0,14}}(?:{SURE_BODY}))(?=[{HAN}])"
)
ENDS_AS_A_BODY = re.compile(rf"(?P<sure>[{HAN}]*(?:{SURE_BODY}))|[{HAN}]{{2,14}}[局委部院校镇乡站队联办厂矿处科所]")

BOTH = "both"
PICTURES = "pictures"
WORDS = "words"
REPORTED = "reported"
CAMERA = "摄影|拍摄|摄"
PEN = "文字|撰文|文"
PICTURE = "图片|图"
HERE = "(?:本[版组文](?:稿件)?|文中|以上|题|[上下左右])"
AND = "[/、及和与并&|· ]?"
EITHER_ORDER = rf"(?:(?:{PEN}){AND}(?:{CAMERA}|{PICTURE}|视频)|(?:{PICTURE}|{CAMERA}){AND}(?:{PEN}))"
# Before the names: 文/张三 图/李四, 文图 张三. Behind them: 张三/文 李四/摄, 张三 摄影报道.
BEFORE_NAMES = re.compile(
    rf"(?:(?P<both>{HERE}?(?:{EITHER_ORDER}))[/:|\s]\s*"
    rf"|(?P<pictures>{HERE}?(?:{CAMERA}|{PICTURE}|照片|供图))(?:(?:除署名外)?均?由|\s*[/:|])\s*"
    rf"|(?P<words>{HERE}(?:除署名外)?均?由\s*|{HERE}?(?:{PEN})(?:均?由|\s*[/:|])\s*))(?=[{HAN}])"
)
# 文 林岚 图 何青: words that stand before the names of the whole line, parted by nothing but spaces.
LED_NAMES = rf"[{HAN}·]{{2,6}}(?:[\s、]+[{HAN}·]{{2,6}})*?"
LED = re.compile(rf"(?:(?P<words>{PEN})|(?P<pictures>{CAMERA}|{PICTURE}|照片))\s+(?=[{HAN}])")
LED_LINE = re.compile(rf"(?:{PEN}|{CAMERA}|{PICTURE})\s+{LED_NAMES}\s+(?:{PEN}|{CAMERA}|{PICTURE})\s+[{HAN}]{{2,6}}")
LINE_OVER = r"(?=\s*[)\]]|\s*\(附|\s*$)"
CITY = (
    "北京|上海|天津|重庆|石家庄|太原|呼和浩特|沈阳|长春|哈尔滨|南京|杭州|合肥|福州|南昌|济南|郑州|武汉|长沙|广州|南宁|海口|成都|贵阳|昆明|"
    "拉萨|西安|兰州|西宁|银川|乌鲁木齐|深圳|宁波|厦门|青岛|大连|温州|苏州|香港|澳门|台北"
)
BEHIND_NAMES = re.compile(
    rf"\s*(?:(?P<both>/?\s*{EITHER_ORDER}(?:报道)?|报道\s*/\s*(?:{CAMERA})|/?(?:{CAMERA}|图文|文图)\s*[/、]?\s*报道)"
    rf"|(?P<pictures>(?:\d{{1,2}}月\d{{1,2}}日)?摄于[{HAN}]{{2,12}}|/\s*(?:{CAMERA}|{PICTURE})|{CAMERA}|供图|提供|(?<=\s)(?:{PICTURE})(?=\s)|图{LINE_OVER}|(?<=\s)作{LINE_OVER})"
    rf"|(?P<reported>(?:/\s*)?(?:发自)?(?:{CITY})?(?:\d{{1,2}}月\d{{1,2}}日)?(?:综合|联合|现场|独家|专题|特别|发回)*报道|专电"
    rf"|发自\s?[{HAN}]{{2,8}})"
    rf"|(?P<words>/\s*(?:{PEN})|撰文|采写|整理|供稿(?=[\s)\].。]*$)|译(?!审)|编译|绘|(?<=\s)著(?=\s)|(?<=\s)(?:{PEN})(?=\s)|文{LINE_OVER}))"
)
PICTURE_AGENCY = "人民视觉|视觉中国|东方IC|图虫创意|IC\\s?photo|CFP"
ISSUE_OF = r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?|第?\d{1,2}期)(?:第?[A-Z]?\d{1,2}版)?"
WHAT = "(?:稿件|数据|新闻|信息|消息|文字|图片|图文|视频|资料)"
A_SOURCE = r"[^\s,，。;；()\[\]:]{1,20}"
EDGE = r"(?=[\s,，。;；()\[\]]|$)"
SOURCE = re.compile(
    rf"(?:图片来源|图源|图据|图/(?={PICTURE_AGENCY}|新华社|中新社))\s*[:/|]?\s*(?P<image>{A_SOURCE})"
    rf"|图\s*[/|:]\s*(?P<body>(?:[{HAN}]{{0,14}}(?:{SURE_BODY})|受访者|采访对象|企业|网络|资料))(?:提供|供图)?{EDGE}"
    rf"|(?P<issuer>{OUTLET})发(?=[\s(]|$)|(?P<stock>(?:{HOUSE})?资料(?:图片|照片|图)|网络图片|效果图|(?:视频|网络|网页|微博|直播)?截[图屏])(?=[\s)\]]*$)"
    rf"|(?P<person>(?:通讯员|受访者|受访人|采访对象|读者|网友|作者|警方|校方|院方|当事人|家属)\s?(?:供图|提供)){EDGE}"
    rf"|供图\s*[:/|]\s*(?P<giver>{UNIT}){EDGE}|(?P<agency>(?:{PICTURE_AGENCY})(?:\s?(?:供图|图片))?){EDGE}"
    rf"|(?:(?:(?:本文|文章|{WHAT}(?:[、/及和]{WHAT})*)?来源|稿源|转自)\s*[:/|]\s*|{WHAT}(?:[、/及和]{WHAT})+来源\s+)(?P<source>{A_SOURCE}?)(?={ROLE_WORD}|{EDGE})"
    rf"|(?:本[版文组])?(?:图片?|照片)(?:除署名外)?均?[由为](?P<provider>[{HAN}]{{2,16}}?)提供{EDGE}"
    rf"|(?:据|摘编?自|选编?自|综合自|转自|原载于?)\s*(?P<quoted>《[^《》]{{1,20}}》(?:(?:,[{HAN}]{{2,16}}版|{ISSUE_OF}|[{HAN}]{{0,10}})(?=[\s,;()\[\]]|$))?|{OUTLET}(?:[、\s]{OUTLET})*(?:等?(?:报道|消息|电))?){EDGE}"
    rf"|(?P<issue>《[^《》]{{2,20}}》\s*\d{{4}}年\d{{1,2}}月\d{{1,2}}日\s*(?:第?[A-Z]?\d{{1,3}}版)?)(?=[\s)]*$)"
    rf"|(?P<compiled>(?:{HOUSE}|记者)?综合(?:{OUTLET}(?:[、\s]{OUTLET})*)?(?:等?报道|消息|整理|稿件)?)(?=\s*[)\]]|\s*$)"
    rf"|供稿\s*[:/|]?\s*(?P<desk>[{HAN}]{{0,14}}(?:{SURE_BODY})){EDGE}|(?P<body_of_words>[{HAN}]{{0,14}}(?:{SURE_BODY}))\s?供稿{EDGE}"
    rf"|(?P<supplier>[{HAN}]{{2,14}}?\s?(?:供图|提供图片)){EDGE}"
)
# What may stand in a line of credits without being a name: times, which lead back into the running text.
TIME_WORD = "昨[日天晚晨]|今[日天晨早晚]|前[日天晚]|日前|近日|连日来|获悉|了解|采访|看到|发现"
# 记者 林岚 金秋时节,…: the text has begun.
PROSE = re.compile(
    rf"(?:金秋|时节|初[春夏秋冬]|[早深晚][春秋]|盛夏|寒冬|隆冬|春节|元旦|国庆|新年|岁末|年[初末])(?=[{HAN}]{{2}})"
    r"|清晨|凌晨|傍晚|上午|下午|中午|午后|夜晚|深夜"
)


def role_of(word):
    """The role that a word gives, and as who a photographer stands there."""
    word = word.replace(" ", "")
    if "记者" in word and re.search("摄影|图片", word):
        return PHOTOGRAPHER, REPORTER
    if re.search("特[约派]摄影", word):
        return PHOTOGRAPHER, SPECIAL_CORRESPONDENT
    if re.search("特约|特派", word):
        return SPECIAL_CORRESPONDENT, ""
    if re.search("见习|实习", word):
        return (TRAINEE_REPORTER if word.endswith("记者") else INTERN), ""
    return next((role for nouns, role in NOUN_ROLES if re.search(f"(?:{nouns})$", word)), AUTHOR), ""


NOUN_ROLES = (
    ("记者", REPORTER),
    ("通讯员|报道员", CORRESPONDENT),
    (EDITING.replace(SET_APART, ""), EDITOR),
    (f"{FILMING}|{DRAWING}".replace(SET_APART, ""), PHOTOGRAPHER),
)
