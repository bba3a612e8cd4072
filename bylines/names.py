"""Names out of a run of Han: 叶知秋王文婷 is two people. Surnames say where one name ends and the next begins."""

import re
from functools import lru_cache

from bylines.surnames import ALSO_GIVEN, COMMON, COMPOUND, KNOWN, NEVER_GIVEN, RARE, SELDOM_GIVEN

HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
LONGEST_RUN = 40
LONGEST_NAME = 6
# What looks like surname and given name, and is a word or a place.
NO_NAME = frozenset(
    re.findall(
        r"\w+",
        """
        简介 来信 手记 感言 单位 单独 时间 时候 日前 时光 明年 明天 全国 全市 全省 全县 全体 全面 全程
        应当 应该 都是 满意 来自 来到 项目 管理 成为 国家 国际 平时 相关 相信 公司 公布 公开 计划 安全
        安排 解决 解读 连日 连续 高度 高质 向上 展示 商业 经济 经过 文化 文章 金额 方面 方案 路线 通过
        易地 温馨 关于 关注 施工 党员 党委 农民 农村 权威 常务 常态 牛年 华东 海外 海报 官方 原标题
        明日 南方 东方 车间 车辆 干部 水平 水稻 雷锋 毛泽东思想 温度 景区 花卉 于是 于今 于近 和平 时报
        都市报 童心 童年 白天 白色 金色 黄色 蓝色 红色 青年 青春 游客 游戏 利用 利益 国庆 元旦 信息
        信心 富裕 荣誉 荣获 强调 强化 包括 包装 万元 万名 万人 石油 石头 米饭 米粉 龙头 龙舟 马上 马路
        马拉松 林业 江南 江北 江西 湖南 河南 山东 云南 海南 贵州 杭州 宁波 温州 金华 常州 苏州 徐州
        连云港 石家庄 郑州 许昌 洛阳 安阳 安徽 宁夏 成都 重庆 广州 武汉 武昌 沈阳 吉林 龙江 上海 北京
        天津 方言 全文 全文完 未完 待续 资料 华侨 单元
        """,
    )
)


def split_names(run, known=frozenset()):
    """The names that a run of Han is made of, or None where it cannot be read as names alone."""
    if not 2 <= len(run) <= LONGEST_RUN:
        return None
    best: dict[int, tuple[float, tuple]] = {0: (0.0, ())}
    for end in range(2, len(run) + 1):
        choices = [
            (best[start][0] + price, (*best[start][1], run[start:end]))
            for start in range(max(0, end - LONGEST_NAME), end - 1)
            if start in best and (price := cost(run[start:end], known)) is not None
        ]
        if choices:
            best[end] = min(choices)
    return list(best[len(run)][1]) if len(run) in best else None


def cost(name, known):
    """How unlikely a run is as one name; None where it cannot be one."""
    if name in known:
        return -1.0
    if not 2 <= len(name) <= 4 or name in NO_NAME:
        return None
    return unregistered_cost(name)


@lru_cache(maxsize=20_000)
def unregistered_cost(name):
    compound = name[:2] in COMPOUND and len(name) > 2
    given = name[2:] if compound else name[1:]
    if len(given) > 2 or not NEVER_GIVEN.isdisjoint(given):
        return None
    if compound:
        return 0.5
    surname = surname_cost(name[0])
    if surname is None:
        return None
    return surname + (1.0 if len(given) == 1 else 0.0) + 0.7 * sum(character in SELDOM_GIVEN for character in given)


def surname_cost(character):
    price = 0.0 if character in COMMON else 0.8 if character in KNOWN else 2.5 if character in RARE else None
    return price + 0.6 if price is not None and character in ALSO_GIVEN else price


def is_surname(text):
    return text in COMPOUND or (len(text) == 1 and surname_cost(text) is not None)


def may_be_name(text):
    """A run set apart as a name although no surname begins it: a pen name, a name of a minority."""
    given = text[1:] if text[0] in "从那" else text
    return bool(re.fullmatch(f"[{HAN}]{{2,5}}", text)) and text not in NO_NAME and NEVER_GIVEN.isdisjoint(given)


# Syllables by which names from other languages are written, and how those names like to begin and to end.
BEGINNINGS = (
    "阿依|阿卜|阿不|阿布|阿迪|古丽|古力|买买|麦麦|艾合|艾力|艾尼|吐尔|图尔|努尔|热依|热合|帕提|帕尔|玛依|迪丽|斯琴|其木|乌云|乌兰|巴音|巴图|"
    "那仁|格日|苏日|哈斯|娜仁|萨仁|敖登|泽仁|扎西|次仁|卓玛|尼玛|达瓦|格桑|央金|拉姆|丹增|旦增|洛桑|平措|顿珠|索朗|仁青|仁增|曲珍|白玛|多吉|"
    "德吉|边巴|普布|米玛|拉巴|罗布|桑吉|才让|才旦|完么|尕让|尕藏|木呷|阿木|阿支|吉克|沙马|俄热"
)
ENDINGS = (
    "古丽|古力|买提|合提|木汗|江山|孜古|米热|热木|吾甫|高娃|其格|格日勒|图雅|托娅|巴特尔|呼和|塔娜|卓玛|次仁|拉姆|央金|央宗|多吉|达瓦|措姆|平措|"
    "顿珠|曲珍|卓嘎|罗布|扎西|尼玛|旺堆|才让|俄热|伍加|阿牛|尔古|拉古|阿依"
)
OF_ANOTHER_LANGUAGE = re.compile(
    rf"(?:{BEGINNINGS})[{HAN}]{{1,5}}|[{HAN}]{{1,4}}(?:{ENDINGS})|[{HAN}]{{2}}(?:[{HAN}]其其格)"
)


def is_of_another_language(text):
    """阿依古丽, 泽仁卓玛: one name whose syllables a reader of surnames would take for two."""
    return 3 <= len(text) <= 7 and text not in NO_NAME and bool(OF_ANOTHER_LANGUAGE.fullmatch(text))


def is_strongly(names):
    """Each of these begins with a surname that everybody knows."""
    return all(name[:2] in COMPOUND or name[0] in COMMON for name in names)
