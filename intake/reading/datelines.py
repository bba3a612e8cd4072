"""电头: 本报讯, 新华社北京1月3日电. What stands before the first sentence and says whence the news came."""

import re
from typing import NamedTuple

from bylines.names import HAN
from bylines.roles import CHANNEL, HOUSE, OUTLET, TIME_WORD

NUMERAL = "[〇一二三四五六七八九十\\d]{1,3}"
DATE = rf"(?:\d{{4}}年)?(?:{NUMERAL}月)?{NUMERAL}日(?:\d{{1,2}}时(?:\d{{1,2}}分)?)?"
NEWS_AGENCY = "新华社|新华财经|中新社|中国新闻社|中通社|法新社|路透社|美联社"
AGENCY = f"{NEWS_AGENCY}|新华网|中新网|人民网|中国网|央视网|光明网|海外网|环球网"
KNOWN = rf"(?:{HOUSE}|{AGENCY})"
ANY = rf"(?:{OUTLET}(?:[-·—](?:{OUTLET}|{CHANNEL}))?)"
REPORT = r"(?:综合)?(?:消息|信息|快讯)(?=[:\s(\[]|$)"
COMPILED = r"(?:综合|专题|特别)报道(?=[:\s()\[\]]|$)"
# What may stand right behind the dateline: who reports, or when it happened.
NEWS_BEGINS = rf"(?=[\s:(\[]|记者|见习|实习|通讯员|{TIME_WORD}|{DATE}|当[天日]|上周|本周|$)"
OWN = "(?<![资通短简快喜音电审问刑传闻])"  # 资讯, 简讯 and 审讯 are words of their own
PLACE = rf"(?:(?:(?!记者|通讯员|实习|报道)[{HAN}、]){{2,12}}?|“[^“”]{{1,8}}”[{HAN}]{{0,6}}?)"
DATELINE = re.compile(
    rf"[(\[]?(?P<text>(?:据|综合)?(?:"
    rf"(?P<outlet>{KNOWN}){PLACE}?(?:{DATE}(?:{PLACE}(?=[电讯]))?)?(?:综合)?(?:专电|电讯|电(?![{HAN}]?[话视力影脑子商网动池])|讯(?!息)|{REPORT}|{COMPILED})"
    rf"|(?P<paper>{ANY})(?:讯(?!息)|{PLACE}{OWN}讯{NEWS_BEGINS}|{REPORT}|{COMPILED}|{PLACE}?{DATE}(?:{PLACE}(?=[电讯]))?(?:专电|电|讯|消息|信息))"
    rf"|(?P<place>(?![近昨今])[{HAN}]{{2,6}}?){OWN}讯{NEWS_BEGINS}|(?P<day>{DATE})讯(?=[\s:(\[])"
    rf"|(?P<site>{ANY}){DATE}报道(?![称说,指显援,])"
    rf"))[)\]]?[\s:,]*"
)
CITED = re.compile(rf"据[{HAN}]{{2,12}}(?:{DATE}|\d{{1,2}}日)?(?:消息|报道)[,称]")


class Dateline(NamedTuple):
    start: int
    end: int  # of the words themselves
    resume: int  # where the text goes on
    agency: str  # the outside source, if it is not the paper itself


def dateline_of(text):
    """The dateline at the beginning of a folded paragraph, or None."""
    if not (found := DATELINE.match(text)) or CITED.match(text):
        return None
    outlet = found["outlet"] or found["paper"] or found["site"] or found["place"] or found["day"]
    return Dateline(found.start("text"), found.end("text"), found.end(), outside_source(outlet))


def outside_source(outlet):
    return outlet if re.fullmatch(AGENCY, outlet) else ""
