"""Places that a story names, each told apart by what is named beside it: which 江北区, which 大安乡?"""

import re
from itertools import zip_longest
from typing import NamedTuple

from regions.lookalikes import (
    EVERYDAY_WORDS,
    is_of_a_zone,
    is_of_an_organ,
    is_part_of_a_name,
    is_rather_a_sight,
    is_said_to_be_there,
)

FILED = re.compile(r"\s?(?:[讯电\d一二三四五六七八九十]|$)")
JOINT = re.compile(r"[\s·的]?")


class Mention(NamedTuple):
    start: int
    end: int
    code: str


class Mentions:
    """Of one story, given as its dateline and its other texts: names in one text explain those in another."""

    def __init__(self, gazetteer, dateline, texts):
        self.gazetteer = gazetteer
        self.filed_as, self.dateline = dateline, gazetteer.find(dateline)
        self.texts = [(text, self.spoken_of(text)) for text in texts]
        places = self.dateline + [place for _, found in self.texts for place in found]
        self.context = {code for place in places for code in self.beyond_doubt(place)}

    def spoken_of(self, text):
        return [place for place in self.gazetteer.find(text) if not self.is_no_region(text, place)]

    def is_no_region(self, text, place):
        is_full = self.is_full(place)
        return is_part_of_a_name(text, place, is_full) or (not is_full and is_rather_a_sight(text, place))

    def is_full(self, place):
        return any(self.gazetteer.is_full(place.name, code) for code in place.codes)

    def beyond_doubt(self, place):
        """What needs no neighbour to be understood vouches for itself and for all above it."""
        return self.gazetteer.line(place.codes[0]) if self.stands_alone(place) else []

    def stands_alone(self, place):
        first = place.codes[0]
        if self.gazetteer.level(first) in ("province", "city"):
            return place.name not in EVERYDAY_WORDS
        return self.is_only_county(place) and self.gazetteer.is_full(place.name, first)

    def is_only_county(self, place):
        """Towns may share its name: 西城区 is a district of the capital before it is a street elsewhere."""
        return self.gazetteer.is_only_county(place.codes)

    def in_order(self):
        """For each text its mentions; 温州市鹿城区五马街道 is one, of 五马街道."""
        return [(text, self.chained(text, places)) for text, places in self.texts]

    def chained(self, text, places):
        mentions = []
        for place, following in zip_longest(places, places[1:]):
            before = mentions[-1] if mentions and JOINT.fullmatch(text[mentions[-1].end : place.start]) else None
            code = self.told_apart(place, before and before.code) or self.told_by_its_place(text, place, following)
            if before and code and before.code in self.gazetteer.line(code):
                mentions[-1] = Mention(before.start, place.end, code)
            elif code:
                mentions.append(Mention(place.start, place.end, code))
        return mentions

    def told_by_its_place(self, text, place, following):
        """来到海门, 海门悦来 and 海门警方 mean a county although towns share its short name.

        One is there, or goes down in it, or it has an organ, or it is the first word of the headline or the text.
        """
        if not self.is_county_by_short_name(place):
            return None
        county = place.codes[0]
        goes_on = following and JOINT.fullmatch(text[place.end : following.start])
        leads_down = goes_on and any(county in self.gazetteer.line(code)[:-1] for code in following.codes)
        if leads_down or is_of_an_organ(text, place):
            return county
        is_place = is_said_to_be_there(text, place.start) or self.is_first_word(text, place)
        return county if is_place and not (is_of_a_zone(text, place) and self.is_elsewhere(county)) else None

    def is_county_by_short_name(self, place):
        is_county = self.gazetteer.level(place.codes[0]) == "county" and self.is_only_county(place)
        return is_county and place.name not in EVERYDAY_WORDS

    def is_first_word(self, text, place):
        return place.start == 0 and text is not self.texts[-1][0]

    def is_elsewhere(self, code):
        """The story speaks of other provinces, and not of this one."""
        return bool(self.context) and self.gazetteer.line(code)[0] not in self.context

    def filed_from(self):
        return [code for place in self.dateline if (code := self.told_apart(place) or self.told_by_dateline(place))]

    def told_by_dateline(self, place):
        """本报海门讯, but not 海门网讯."""
        is_county = FILED.match(self.filed_as, place.end) and self.is_county_by_short_name(place)
        return place.codes[0] if is_county else None

    def told_apart(self, place, before=None):
        """The one code that is meant, or None. before: the region named right before, as in 泰顺县大安乡."""
        below = [code for code in place.codes if before in self.gazetteer.line(code)[:-1]]
        if below:
            return below[0] if self.is_plainly_below(place, below[0], before) else before
        if place.name in EVERYDAY_WORDS:
            return None
        vouched_for = [code for code in place.codes if self.is_vouched_for(place, code)]
        if vouched_for:
            return vouched_for[0]
        return place.codes[0] if self.stands_alone(place) else None

    def is_plainly_below(self, place, code, before):
        """江畔某庄 of a street whose district is named nowhere is no more than 江畔, the city."""
        above = self.gazetteer.line(code)[-2]
        is_short_town = self.gazetteer.level(code) == "town" and not self.gazetteer.is_full(place.name, code)
        return not is_short_town or above == before or above in self.context

    def is_vouched_for(self, place, code):
        """By itself without doubt, or, but for a town's short name, by a region above it.

        建国门 is said of a gate, a station and a street; only where 建国门街道 is named as well is it that region.
        """
        if code in self.context:
            return True
        if self.gazetteer.level(code) == "county" or self.is_full_town(place, code):
            return not self.context.isdisjoint(self.gazetteer.line(code))
        return False

    def is_full_town(self, place, code):
        return self.gazetteer.level(code) == "town" and self.gazetteer.is_full(place.name, code)
