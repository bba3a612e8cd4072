"""
Halves of sentences, prepared: a story is a few dozen of them in a row. Each knows by how much it is longer than its
字数.
"""

from string import Formatter
from typing import NamedTuple

from newsroom.archive.words import name_of_somebody, read_words
from wording.length import length

FIRST = [
    "{when}，{unit}围绕{thing}{act}",
    "在{unit}，{who}{surname}师傅正忙着{act}",
    "{who}{name}{said}",
    "为了推进{thing}，{unit}{act}",
    "{when}，{thing}投入使用",
    "从{thing}到{thing2}，{unit}{act}",
    "{unit}有关负责人{said}",
    "“{thing}办得{quality}”",
    "截至目前，{unit}已完成{number}处{thing}",
    "{unit}把{act}与{act2}结合起来",
    "{number}名{who}参加了{thing}",
    "{when}，{number}户人家用上了{thing}",
    "针对{thing}中的难点",
    "一边是{thing}，一边是{thing2}",
    "以前提起{thing}，{who}总要摇头",
    "{future}，{unit}将{will}",
    "走进{unit}，只见{thing}{quality}",
    "{who}和{who2}一起{act}",
    "总投资{number}万元的{thing}",
    "通过{act}、{act2}等办法",
]
LAST = [
    "{effect}",
    "做到{quality}",
    "{effect}，{effect2}",
    "{will}",
    "受益群众达{number}人次",
    "带动{number}户农户增收{number2}万元",
    "比上年增长{share}%",
    "{thing}越办越好，{effect}",
    "不少{who}专程赶来看{thing}",
    "先后{act}{number}次，{effect}",
    "请来{who}{act}，{effect}",
    "一件件小事办得{quality}",
    "“{effect}，大家心里都有数”",
    "{future}还要{will}",
    "{unit}与{unit2}共同{act}",
    "让{thing}真正{quality}",
]
UNION_FIRST = [
    "{union}把{care}送到{unit}",
    "{when}，{union}围绕{care}{deed}",
    "{union}负责人{said}",
    "在{unit}的{care}现场",
    "{union}与{unit}联合{act}",
    "今年已有{number}名职工参加{care}",
    "职工{name}{said}",
    "依托{care}，{union}{act}",
    "{future}，{union}将{deed}",
    "{union}拨出{number}万元用于{care}",
]
UNION_LAST = [
    "{deed}，职工拍手叫好",
    "{care}做得{quality}",
    "{number}名职工受益",
    "让职工感受到“娘家人”的温暖",
    "{care}覆盖全部车间，{effect}",
    "{deed}{number}场次",
    "职工有困难，首先想到找工会",
    "{effect}，会员满意度达{share}%",
]
TOPICAL_FIRST = [
    "{when}，{noun}{happened}",
    "说起{noun}，{who}{name}{said}",
    "{noun}和{noun2}是这次的重点",
    "围绕{noun}，{unit}{act}",
    "{number}处{noun}{happened}",
    "现场，{noun}吸引了不少{who}",
]
TOPICAL_LAST = [
    "{noun}{happened}，{effect}",
    "{noun2}与{noun}{quality}",
    "{unit}的{noun}{happened}",
    "{noun}从{number}增加到{number2}",
    "{who}对{noun}有了新的认识",
    "既管{noun}，也管{noun2}",
]


class Clauses(NamedTuple):
    """texts with the mark that ends them; surplus: characters that count as nothing, of each."""

    texts: list[str]
    surplus: list[int]


class Filler:
    def __init__(self, rng):
        self.rng, self.words = rng, read_words()
        self.lists = self.words.slots | {
            "union": self.words.union["units"],
            "care": self.words.union["things"],
            "deed": self.words.union["acts"],
            "surname": self.words.surnames,
        }

    def clauses(self, patterns, count, mark, **lists):
        texts = [self.fill(self.rng.choice(patterns), lists) + mark for _ in range(count)]
        return Clauses(texts, [len(text) - length(text) for text in texts])

    def fill(self, pattern, lists):
        filled = {}
        for _text, name, _spec, _conversion in Formatter().parse(pattern):
            if name:
                filled[name] = self.another(name, lists, filled.values())
        return pattern.format(**filled)

    def another(self, name, lists, others):
        while (word := self.slot(name, lists)) in others:
            continue
        return word

    def slot(self, name, lists):
        kind = name.rstrip("2")
        if kind == "number":
            return str(self.rng.choice((self.rng.randrange(3, 100), self.rng.randrange(100, 9000))))
        if kind == "share":
            return f"{self.rng.randrange(2, 100)}.{self.rng.randrange(10)}"
        if kind == "name":
            return name_of_somebody(self.rng)
        return self.rng.choice(lists.get(kind) or self.lists[kind])
