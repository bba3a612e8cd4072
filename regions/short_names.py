"""How the paper says a region's name: 诸暨 for 诸暨市, 凉山 for 凉山彝族自治州. Pure text, by rule."""

import re

# The longest first, or 土 would be found in 土家. 各族 (all peoples) stands in two names of counties.
NATIONALITIES = (
    "柯尔克孜|乌孜别克|维吾尔|哈萨克|达斡尔|塔吉克|俄罗斯|鄂温克|塔塔尔|鄂伦春|蒙古|布依|"
    "朝鲜|土家|哈尼|傈僳|高山|拉祜|东乡|纳西|景颇|仫佬|布朗|撒拉|毛南|仡佬|锡伯|阿昌|"
    "普米|德昂|保安|裕固|独龙|赫哲|门巴|珞巴|基诺|回|藏|苗|彝|壮|满|侗|瑶|白|傣|黎|"
    "佤|畲|水|土|羌|怒|京|各"
)
# In Xinjiang and Inner Mongolia the word 族 is left out: 巴音郭楞蒙古自治州, 广西壮族自治区 but 新疆维吾尔自治区.
WITHOUT_ZU = "蒙古|哈萨克|柯尔克孜|塔吉克|锡伯|维吾尔|鄂伦春|鄂温克"
PEOPLES = re.compile(rf"(({NATIONALITIES})族|{WITHOUT_ZU})+$")

OF_A_PEOPLE = re.compile(r"(自治[区州县旗]|民族苏木|民族乡|(?<=族)(区|镇|乡|苏木|街道))$")
KINDS = {
    "province": re.compile(r"(省|市|特别行政区)$"),
    "city": re.compile(r"(市|盟|地区)$"),
    "county": re.compile(r"(市|县|行政委员会|联合旗|(?<![前后中左右])旗|(?<=..)[新林特]区|(?<!矿)区)$"),
    "town": re.compile(r"(镇|乡|街道|苏木|地区)$"),
}
# 市中 for 市中区 is said nowhere, but stands in every 全市中小学.
UNSAID = {"市中"}


def short_name(name, level):
    """The name without what kind of region it is; the name itself where that would leave a single character."""
    short = without_peoples(name) if OF_A_PEOPLE.search(name) else KINDS[level].sub("", name)
    return short if len(short) > 1 and short not in UNSAID else name


def without_peoples(name):
    """海西蒙古族藏族自治州: 海西; but where the people is the name: 东乡族自治县: 东乡, 内蒙古自治区: 内蒙古."""
    stem = OF_A_PEOPLE.sub("", name)
    short = PEOPLES.sub("", stem)
    return short if len(short) > 1 else stem.removesuffix("族")


def short_names(name, level):
    """The aliases to be kept for a region of this name: 凉山 and 凉山州 for 凉山彝族自治州, none for 泰县."""
    short = short_name(name, level)
    if short == name:
        return []
    return [short, short + "州"] if name.endswith("自治州") else [short]
