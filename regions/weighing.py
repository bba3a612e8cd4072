"""Which regions is a story about? Places are weighed by where they are named; then the narrowest clear one is taken."""

from collections import Counter, defaultdict

from regions.lookalikes import is_said_to_be_there
from regions.mentions import Mentions

LEAD = 150  # characters: a news story says where in its first sentence or two
IN_HEADLINE, IN_LEAD, BELOW = 5.0, 3.0, 1.0
FILED_THERE = 3.0
SAID_TO_BE_THERE = 1.5  # times as much: 在宁波市, 位于宁波市
CAPITAL = "110000"  # where national news is filed: its dateline says nothing of the place

WORTH_NAMING = 3.0
CLEARLY = 0.6  # the share of one region among its neighbours that makes it the place
PROMINENT = 0.2  # the share of what is said of a region that a region below it needs
ALSO = 0.5  # a second place is named where it weighs half as much as the first
AT_MOST = 3


def regions_of(gazetteer, dateline, headlines, body):
    """Codes, the main place first.

    A dateline says where the reporter sat: it helps to tell names apart, adds to a place that the text names as well,
    and answers alone only when nothing else does.
    """
    texts = [(text, IN_HEADLINE) for text in headlines] + [(body[:LEAD], IN_LEAD), (body[LEAD:], BELOW)]
    mentions = Mentions(gazetteer, dateline, [text for text, _ in texts])
    weights: dict[str, float] = defaultdict(float)
    for (text, weight), (_, found) in zip(texts, mentions.in_order(), strict=True):
        for mention in found:
            there = is_said_to_be_there(text, mention.start)
            weights[gazetteer.today(mention.code)] += weight * (SAID_TO_BE_THERE if there else 1)
    filed_from = [code for code in mentions.filed_from() if code != CAPITAL]
    for code in filed_from:
        if weights.get(code):
            weights[code] += FILED_THERE
    return Choice(gazetteer, weights).regions() or filed_from[:1]


class Choice:
    """The weights of regions, added up along the line from town to province."""

    def __init__(self, gazetteer, weights):
        self.total, self.below = Counter(), {}
        for code, weight in weights.items():
            line = gazetteer.line(code)
            for above, region in zip([None, *line], line, strict=False):
                self.total[region] += weight
                self.below.setdefault(above, {})[region] = None

    def regions(self):
        provinces = sorted(self.below.get(None, {}), key=self.total.__getitem__, reverse=True)
        enough = max(WORTH_NAMING, ALSO * self.total[provinces[0]]) if provinces else 0
        return [self.narrowest(code) for code in provinces if self.total[code] >= enough][:AT_MOST]

    def narrowest(self, code):
        """Walks down as long as one region below clearly is where the story happens."""
        below = self.below.get(code)
        if not below:
            return code
        best = max(below, key=self.total.__getitem__)
        clearly = self.total[best] >= CLEARLY * sum(self.total[region] for region in below)
        prominent = self.total[best] >= PROMINENT * self.total[code]
        return self.narrowest(best) if clearly and prominent else code
