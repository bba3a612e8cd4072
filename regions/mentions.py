"""Places that a story names, each told apart by what is named beside it: which 江北区, which 大安乡?"""

import re
from itertools import zip_longest
from typing import NamedTuple

from regions.lookalikes import EVERYDAY_WORDS, is_part_of_a_name, is_said_to_be_there

JOINT = re.compile(r"[\s·的]?")


class Mention(NamedTuple):
    start: int
    end: int
    code: str


class Mentions:
    """Of one story, given as its dateline and its other texts: names in one text explain those in another."""

    def __init__(self, gazetteer, dateline, texts):
        self.gazetteer = gazetteer
        self.dateline = gazetteer.find(dateline)
        self.texts = [(text, self.spoken_of(text)) for text in texts]
        places = self.dateline + [place for _, found in self.texts for place in found]
        self.context = {code for place in places for code in self.beyond_doubt(place)}

    def spoken_of(self, text):
        found = self.gazetteer.find(text)
        return [place for place in found if not is_part_of_a_name(text, place, self.is_full(place))]

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
        counties = {self.gazetteer.today(code) for code in place.codes if self.gazetteer.level(code) == "county"}
        return len(place.codes) == 1 or counties == {place.codes[0]}

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
        """来到海门 and 海门悦来 mean a county although towns share its short name: one is there, or goes down in it."""
        first = place.codes[0]
        if place.name in EVERYDAY_WORDS or self.gazetteer.level(first) != "county" or not self.is_only_county(place):
            return None
        goes_on = following and JOINT.fullmatch(text[place.end : following.start])
        leads_down = goes_on and any(first in self.gazetteer.line(code)[:-1] for code in following.codes)
        return first if leads_down or is_said_to_be_there(text, place.start) else None

    def filed_from(self):
        return [code for place in self.dateline if (code := self.told_apart(place))]

    def told_apart(self, place, before=None):
        """The one code that is meant, or None. before: the region named right before, as in 泰顺县大安乡."""
        below = [code for code in place.codes if before in self.gazetteer.line(code)[:-1]]
        if below:
            return below[0]
        if place.name in EVERYDAY_WORDS:
            return None
        vouched_for = [code for code in place.codes if self.is_vouched_for(place, code)]
        if vouched_for:
            return vouched_for[0]
        return place.codes[0] if self.stands_alone(place) else None

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
