"""Places named in a text. Works on the list of regions alone: no database, no Django.

>>> gazetteer().resolve("本报讯", ["茶农的秋天"], "入秋以来，泰顺县大安乡的茶园里……")
['330329230']
"""

from functools import cache
from typing import NamedTuple

import ahocorasick

from regions.gazetteer.reading import read_rows
from regions.lookalikes import NO_PLACES
from regions.weighing import regions_of

LEVELS = ["province", "city", "county", "town"]
# What the statistics office counts as towns besides (farms, prisons, industrial parks) is no news of a place.
TOWNSHIPS = ("镇", "乡", "街道", "苏木")


class Place(NamedTuple):
    start: int
    end: int
    name: str
    codes: tuple[str, ...]  # all that it may be: today's before former ones, the larger before the smaller


@cache
def gazetteer():
    """Read once in a process, when it is first asked for: a fraction of a second and some tens of megabytes."""
    return Gazetteer(read_rows())


class Gazetteer:
    def __init__(self, rows):
        self.rows = {row.code: row for row in rows}
        self.called = {}
        for row in sorted(rows, key=lambda row: (row.ended_on is not None, LEVELS.index(row.level), row.code)):
            for name in self.names_of(row):
                self.called.setdefault(name, []).append(row.code)
        self.words = [*self.called, *NO_PLACES]
        self.weak = [self.is_weak(word) for word in self.words]
        self.lines, self.counties = {}, {}
        self.automaton = ahocorasick.Automaton(ahocorasick.STORE_INTS)
        for number, word in enumerate(self.words):
            self.automaton.add_word(word, number)
        self.automaton.make_automaton()

    @staticmethod
    def names_of(row):
        if row.level == "town" and not row.name.endswith(TOWNSHIPS):
            return []
        return [row.name, *row.aliases]

    def find(self, text):
        """Every name in the text, the longest where several begin, without overlap."""
        places = []
        for start, end, name in self.longest(text):
            codes = self.called.get(name)
            if codes:
                places.append(Place(start, end, name, tuple(codes)))
        return places

    def longest(self, text):
        """Short names of towns give way to all others: 京城 is a street office somewhere, but not in 北京城区."""
        hits = [(last + 1 - len(self.words[number]), last + 1, number) for last, number in self.automaton.iter(text)]
        by_rank = sorted(hits, key=lambda hit: (self.weak[hit[2]], hit[0], -hit[1]))
        taken, covered = [], bytearray(len(text))
        for start, end, number in by_rank:
            if not any(covered[start:end]):
                covered[start:end] = b"\1" * (end - start)
                taken.append((start, end, self.words[number]))
        return sorted(taken)

    def is_weak(self, name):
        """A town's short name and nothing else: 店口, 新华."""
        codes = self.called.get(name, [])
        return bool(codes) and all(self.rows[code].level == "town" and self.rows[code].name != name for code in codes)

    def is_full(self, name, code):
        return self.rows[code].name == name or name in self.rows[code].former_names

    def level(self, code):
        return self.rows[code].level

    def line(self, code):
        """From the province down to the region itself."""
        if code not in self.lines:
            above = self.rows[code].parent
            self.lines[code] = (*self.line(above), code) if above else (code,)
        return self.lines[code]

    def is_only_county(self, codes):
        """Of all that go by one name the first is the only county; towns may share it."""
        if codes not in self.counties:
            today = {self.today(code) for code in codes if self.level(code) == "county"}
            self.counties[codes] = len(codes) == 1 or today == {codes[0]}
        return self.counties[codes]

    def today(self, code):
        """What a former region is called now, where there is one answer: 330112 for 临安市, but 330104 for 江干区."""
        heirs = self.rows[code].successors
        return heirs[0] if len(heirs) == 1 else code

    def resolve(self, dateline, headline_texts, body):
        """Codes of the regions that a story is about, the most specific main place first."""
        return regions_of(self, dateline or "", [text for text in headline_texts if text], body or "")
