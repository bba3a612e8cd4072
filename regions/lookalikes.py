"""Words that look like a place and are none, and what stands around a name that is only part of another name."""

import re

# Longer words that hide a name: 新华社 is no news from a 新华街道, 公安局 none from 公安县.
NO_PLACES = frozenset(
    re.findall(
        r"\w+",
        """
        北京时间 新华社 新华网 新华书店 上海合作组织 长安街 孙中山 中山装 中山陵 天山网 和平统一 和平共处 世界大同
        外长 部长 市长 县长 局长 省长 校长 院长 所长 乡长 镇长 村长 处长 厅长 家长 班长 队长 站长
        台湾问题 台湾海峡 台湾当局 南海问题 南海诸岛 南海舰队 东海舰队 西湖龙井 武昌起义 武昌鱼
        公安部 公安局 公安厅 公安分局 公安机关 公安民警 平安夜 东方航空 合作社 资源部 资源局
        """,
    )
)

# Names that are everyday words (公安县, 合作市, 资源县, 互助县, 同心县) or that many cities have (城区, 市中区): they
# are places only right after the region they belong to.
EVERYDAY_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        公安 合作 资源 互助 通道 中方 南部 大方 同心 团结 和平 平安 安全 解放 红旗 前进 向阳 东风 东方 新华 民主 民乐
        民权 民和 富裕 兴隆 复兴 新兴 文化 武功 凤凰 港口 海港 白银 长征 建设 胜利 友好 友谊 光明 高新 中心 城关 新城
        新建 城中 城东 城西 城北 城南 河东 河西 安定 安宁 安康 太平 太和 天台 华山 泰山 黄山 南山 西山 东山 金山 龙门
        中山 朝阳 鼓楼 青山 江北 江南 桥东 桥西 工农 东区 西区 城区 郊区 矿区 市中区 老城 古城 中原 双城 三江 正阳 大通
        永定 延长 万年 古镇 新区 运河 江海 和田 长治 阳光 阳春 惠民 利民 富民
        """,
    )
)

# A sea, a lake or a mountain before it is a district: only beside its city, or with what only a district has.
NAMESAKES = frozenset(
    re.findall(
        r"\w+",
        """
        南海 东海 西湖 东湖 南湖 太湖 镜湖 金湖 青山湖 梁子湖 天山 衡山 千山 麻山 庐山 普陀 嘉陵
        """,
    )
)

WORD = r"[^\s，。、；：！？“”（）《》·,.;:!?()的在了是和与及等被将向有为]"
# 浙江青禾灯具有限公司, 宁波渔民银行, 浙江大学: a firm or a school, wherever it may sit.
OF_AN_ORGANISATION = re.compile(
    rf"{WORD}{{0,12}}?(有限公司|有限责任公司|股份公司|公司|集团|银行|证券|保险|总厂)"
    rf"|{WORD}{{0,4}}?(大学|学院|日报|晚报|早报|商报|时报|都市报|出版社)"
)
# 在青山湖科技城: the zone of some other lake, where the text speaks of another province.
OF_A_ZONE = re.compile(
    rf"{WORD}{{0,6}}?(?:科技城|新城|[园湾港]区|开发区|示范区|产业园|工业园|科技园|景区|风景名?胜?区|公园|水库|湿地|大桥|隧道|小镇|古镇|[小中]学|小区|社区)"
)
OF_AN_ORGAN = re.compile(
    r"[区市县]?(?:警方|公安|法院|检察院|交警|消防|城管|海关|税务|教育局|卫健|民政|人社|总工会|妇联|团委|区委|市委|县委|区政府|市政府|县政府|供电|气象)"
)
OF_A_ROAD = re.compile(
    r"[东西南北中]?[一二三四五六七八九十]*(路|大道|大街|高速|国道|铁路|广场|机场|站|小镇|花园|大厦|酒店|宾馆|饭店)"
)
OF_A_TRAVELLER = re.compile(r"牌照|籍|方言|话|菜|游客|网友|媒体|开往|驶往|飞往")
ON_THE_WAY = re.compile(r"(开往|驶往|飞往|前往|来自|去往|发往|运往)$")
STANDING_IN = re.compile(r"(在|位于|来到|走进|走访)$")


def is_part_of_a_name(text, place, is_full):
    """A full name (宁波市) says where a firm is, a short one (宁波) may be no more than its first word."""
    before, after = just_before(text, place.start), text[place.end : place.end + 24]
    if (not is_full and OF_A_ROAD.match(after)) or OF_A_TRAVELLER.match(after) or ON_THE_WAY.search(before):
        return True
    return not is_full and bool(OF_AN_ORGANISATION.match(after))


def is_rather_a_sight(text, place):
    """西湖 is a lake before it is a district, but 西湖警方 are the district's."""
    return place.name in NAMESAKES and not is_of_an_organ(text, place)


def is_of_an_organ(text, place):
    return bool(OF_AN_ORGAN.match(text, place.end))


def is_of_a_zone(text, place):
    return bool(OF_A_ZONE.match(text, place.end))


def is_said_to_be_there(text, start):
    return bool(STANDING_IN.search(just_before(text, start)))


def just_before(text, start):
    return text[max(0, start - 4) : start]
