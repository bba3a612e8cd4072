"""Province, city and place as a file has them, to the one region that they can mean."""

from regions.models import Region
from regions.places import gazetteer


def region_named(province, city, location=""):
    """The Region, or None where the words name none, or may mean several: 朝阳 is in Beijing and in Liaoning."""
    words = " ".join(filter(None, (province, city)))
    code = code_named(words, location) if words else None
    return Region.objects.filter(code=code).first() if code else None


def code_named(words, location):
    list_of_regions = gazetteer()
    code = None
    for place in list_of_regions.find(words):
        meant = possible(list_of_regions, place, code)
        if len(meant) != 1:
            return None
        code = meant[0]
    for place in list_of_regions.find(location) if code else []:
        below = [one for one in place.codes if is_below(list_of_regions, one, code)]
        code = below[0] if len(below) == 1 else code
    return list_of_regions.today(code) if code else None


def possible(list_of_regions, place, above):
    """Those below the region named before; else all but towns by their short names, which many words are."""
    below = [code for code in place.codes if above and is_below(list_of_regions, code, above)]
    codes = below or [code for code in place.codes if is_large(list_of_regions, code)]
    existing = [code for code in codes if not list_of_regions.rows[code].ended_on]
    return existing or codes


def is_below(list_of_regions, code, above):
    return above in list_of_regions.line(code)[:-1]


def is_large(list_of_regions, code):
    return list_of_regions.level(code) != "town"
