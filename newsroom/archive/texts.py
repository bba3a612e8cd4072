"""What a story says: headline, body and the rest, about one topic, at one place."""

from itertools import islice
from typing import NamedTuple

from newsroom.archive import clauses
from newsroom.archive.chance import BITS, skewed
from newsroom.archive.words import read_words
from wording.length import length

OF_UNION = 0.59  # of the stories; in others 工会 stands in the name of a unit now and then
PREPARED = 6000
TOPICS_SKEW = 0.55
SHORT, LONG = 1 << 8, 1 << 16  # what one byte can name, and two


class Text(NamedTuple):
    kicker: str
    headline: str
    subheadline: str
    body: str
    length: int
    noun: str
    topic: int


class Pair(NamedTuple):
    """Two halves of sentences and by how much each is longer than its 字数: as many as a byte can name, or two."""

    first: list[str]
    over: list[int]
    last: list[str]
    beyond: list[int]


class Writer:
    def __init__(self, rng):
        self.rng, self.words = rng, read_words()
        filler = clauses.Filler(rng)
        self.general = pair(filler, clauses.FIRST, clauses.LAST, PREPARED)
        self.union = pair(filler, clauses.UNION_FIRST, clauses.UNION_LAST, PREPARED // 2)
        self.topical = [
            pair(filler, clauses.TOPICAL_FIRST, clauses.TOPICAL_LAST, SHORT, noun=one.nouns, happened=one.acts)
            for one in self.words.topics
        ]
        self.topics = skewed(list(range(len(self.topical))), TOPICS_SKEW)
        self.rarities = skewed(self.rare_names(), 0.5)

    def rare_names(self):
        rare, kinds = self.words.rare, self.words.rare_kinds
        return ["".join(self.rng.choices(rare, k=2)) + self.rng.choice(kinds) for _ in range(6000)]

    def write(self, place):
        """place: a name, or nothing."""
        rng, random = self.rng, self.rng.random
        number = self.topics[rng.getrandbits(BITS)]
        topic = self.words.topics[number]
        noun = topic.nouns[int(random() * len(topic.nouns))]
        happened = topic.acts[int(random() * len(topic.acts))]
        of_union = random() < OF_UNION
        lead, surplus = self.lead(place, noun, happened)
        body, more = self.body(lead, self.topical[number], of_union, self.sentences())
        kicker, headline, subheadline = self.heads(place, noun, happened, of_union)
        shown = len(body) - body.count("\n") - surplus - more
        return Text(kicker, headline, subheadline, body, shown, noun, number)

    def sentences(self):
        """How many: most stories have some eight hundred characters, a few ten times as many as the shortest."""
        chance = self.rng.random()
        if chance < 0.12:
            return 6
        if chance > 0.97:
            return 70 + int((chance - 0.97) * 1500)
        return int(16 + chance * 23)

    def lead(self, place, noun, happened):
        random, slots = self.rng.random, self.words.slots
        when = slots["when"][int(random() * len(slots["when"]))]
        unit = slots["unit"][int(random() * len(slots["unit"]))]
        chance = random()
        if chance < 0.35:
            rare = self.rarities[self.rng.getrandbits(BITS)]
            return (
                f"{when}，{place}{rare}迎来新消息：{noun}{happened}。{self.person()}是这里的老住户，对{rare}的变化看得最清楚。",
                0,
            )
        if chance < 0.7:
            number = str(int(chance * 10000))
            return f"{when}，{place}{unit}的{noun}{happened}，{number}人到场，{self.person()}也在其中。", len(
                number
            ) - 1
        return f"{noun}{happened}！{when}，{place}传来消息，{unit}的{self.person()}忙得脚不沾地。", 0

    def person(self):
        random, given = self.rng.random, self.words.given
        second = given[int(random() * len(given))] if random() < 0.75 else ""
        surname = self.words.surnames[int(random() * len(self.words.surnames))]
        return surname + given[int(random() * len(given))] + second

    def body(self, lead, topical, of_union, count):
        """The text, and how much longer it is than its 字数 but for the ends of its lines."""
        about, surplus = self.joined(topical, count // 4 + 1)
        if of_union:
            more, over = self.joined(self.union, count // 3)
            about[1:1], surplus = more, surplus + over
        more, over = self.joined(self.general, count - len(about))
        said = [*about[:3], *more, *about[3:]]
        paragraphs = [lead, *("".join(said[at : at + 3]) for at in range(0, len(said), 3))]
        if count > 60:
            surplus += self.part(paragraphs, topical)
        return "\n".join(paragraphs), surplus + over

    def joined(self, halves, count):
        """As many sentences, and by how much they are longer than their 字数."""
        first, over, last, beyond = halves
        drawn = self.numbers(2 * count, len(first))
        before, behind = drawn[:count], drawn[count:]
        texts = [first[one] + last[other] for one, other in zip(before, behind, strict=True)]
        return texts, sum([over[one] for one in before]) + sum([beyond[one] for one in behind])

    def numbers(self, count, below):
        """As many, all of them drawn at once."""
        if below == SHORT:
            return list(self.rng.randbytes(count))
        return memoryview(self.rng.randbytes(2 * count)).cast("H").tolist()

    def part(self, paragraphs, topical):
        """Subheads in a long story; how much longer they are than their 字数."""
        heads = [text[:-1] for text in islice(topical.last, len(paragraphs) // 8)]
        for number, head in enumerate(heads):
            paragraphs.insert(4 + number * 8, f"## {head}")
        return sum(len(head) - length(head) + 3 for head in heads)

    def heads(self, place, noun, happened, of_union):
        rng, slots = self.rng, self.words.slots
        random = rng.random
        thing = slots["thing"][int(random() * len(slots["thing"]))]
        effect = slots["effect"][int(random() * len(slots["effect"]))]
        chance = random()
        if of_union and chance < 0.5:
            care = self.words.union["things"][int(random() * len(self.words.union["things"]))]
            headline = f"{place}工会：{care}{happened}" if chance < 0.25 else f"{care}进{thing} {place}职工点赞"
        elif chance < 0.6:
            headline = f"{place}{noun}{happened} {effect}"
        elif chance < 0.8:
            headline = f"{noun}{happened}背后的{thing}"
        else:
            headline = f"{self.person()}：{thing}里的{noun}"
        kicker = f"{place or '本报'}聚焦{thing}" if random() < 0.35 else ""
        return kicker, headline, effect if random() < 0.35 else ""


def pair(filler, first, last, count, **lists):
    halves = filler.clauses(first, count, "，", **lists), filler.clauses(last, count, "。", **lists)
    return Pair(*(repeated(column, SHORT if count == SHORT else LONG) for half in halves for column in half))


def repeated(column, size):
    return (column * (size // len(column) + 1))[:size]
