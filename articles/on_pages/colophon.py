"""版权信息: what the law wants at the foot of every page, from the paper's record and only as far as it is filled."""

import re
from functools import lru_cache
from typing import NamedTuple

from desk.models import Paper

MINISTRY = "https://beian.miit.gov.cn/"
POLICE = "https://beian.mps.gov.cn/#/query/webSearch?code="
LONGEST_NUMBER = 15  # with the country in front (E.164)
TELEPHONE = re.compile(r"\+?\d[\d -]{3,}\d")


class Fact(NamedTuple):
    label: object  # a word that is said in the language of the moment
    value: str
    address: str = ""


def facts(paper, names):
    """Of those fields (named with spaces between) that are filled: label, value, and where it leads."""
    said = ((name, getattr(paper, name)) for name in names.split())
    return [fact(name, value) for name, value in said if value]


@lru_cache(maxsize=100)
def fact(name, value):
    return Fact(Paper._meta.get_field(name).verbose_name, value, LEADS.get(name, nowhere)(value))


def nowhere(value):
    return ""


def filed_at_the_ministry(value):
    return MINISTRY


def filed_with_the_police(value):
    """浙公网安备33010602000001号 is looked up by its digits; without them there is nothing to look up."""
    digits = "".join(re.findall(r"[0-9]", value))
    return POLICE + digits if digits else ""


def mail(value):
    return f"mailto:{value}"


def telephone(value):
    """The first of them: two with a space between have more digits than any number."""
    found = TELEPHONE.search(value)
    number = re.sub("[ -]", "", found[0]) if found else ""
    if len(number) > LONGEST_NUMBER:
        number = found[0].partition(" ")[0].replace("-", "")
    return f"tel:{number}" if number else ""


LEADS = {
    "icp_number": filed_at_the_ministry,
    "police_number": filed_with_the_police,
    "email": mail,
    "report_email": mail,
    "report_line": telephone,
    "duty_desk": telephone,
}
