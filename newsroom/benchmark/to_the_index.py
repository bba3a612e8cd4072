"""
The classes of questions of docs/SEARCH.md, put to the index alone: what finding costs without the page around it. The
words are those of a seeded archive (newsroom/archive/words.toml): common, middling and rare ones.
"""

import json
from datetime import timedelta
from itertools import cycle

from articles.models import Issue
from desk.days import midnight
from newsroom.benchmark.pages import Page
from search.asking import Question, ask
from search.cursors import Tier, cursor_after
from search.places import begun_at

LONG = timedelta(days=60)
DEPTHS = 24  # places of the archive, evenly spread
WORDS = {
    "one character": ["的", "工", "岱"],
    "in 60 % of the stories": ["工会"],
    "two characters, common": ["本报", "服务", "工会"],
    "two characters, middling": ["卫生", "货运", "入会"],
    "two characters, rare": ["岱山", "名医", "潘爱", "川职", "史根"],
    "four characters": ["事故隐患", "食品安全", "浙江工会", "驻村干部"],
    "eight characters": ["事故隐患逐一销号", "食品安全加强监管"],
    "phrase over a mark": ["“食品安全 加强”", "“本报讯”"],
    "two words": ["工会 卫生", "岱山 工会", "服务 货运"],
    "three words": ["工会 服务 卫生", "工会 岱山 货运"],
}


class QuestionsInTurn:
    """As an application: each request is the next question of the class, and answers with the keys that it finds."""

    def __init__(self, questions):
        self.turn = cycle(questions)

    def __call__(self, environ, start):
        question, before = next(self.turn)
        start("200 OK", [("Content-Type", "application/json")])
        return [json.dumps(ask(question, before=before).keys).encode()]


def index_pages(examples):
    classes: dict[str, list] = {**by_words(), **by_filters(examples), **by_days(*first_and_last_day(examples))}
    return [Page(f"index: {name}", "/", questions=tuple(put)) for name, put in classes.items()]


def by_words():
    return {name: [(Question(words), "") for words in several] for name, several in WORDS.items()}


def by_filters(examples):
    place, person, tag = (
        f"{kind}:{key}"
        for kind, key in (
            ("region", examples.province.code if examples.province else "0"),
            ("contributor", examples.seldom.pk if examples.seldom else 0),
            ("tag", examples.tag.pk if examples.tag else 0),
        )
    )
    month = f"month:{examples.issue.date:%Y-%m}"
    classes: dict[str, list[tuple]] = {
        "common word, two filters": [("工会", place, tag), ("工会", place, person), ("工会", tag, "photo:1")],
        "rare word, two filters": [("名医", place, tag), ("潘爱", place, "photo:1")],
        "filters only": [("", place), ("", tag), ("", person), ("", "photo:1")],
        "region, person, month": [("", place, person, month), ("工会", place, month)],
    }
    return {
        name: [(Question(words, tokens=tuple(tokens)), "") for words, *tokens in several]
        for name, several in classes.items()
    }


def first_and_last_day(examples):
    return Issue.objects.published().order_by("date").values_list("date", flat=True).first(), examples.issue.date


def by_days(first, last):
    old, middle = first + LONG, first + (last - first) / 2
    common = Question("工会")
    return {
        "common word, days long ago": [(Question("工会", until=old), ""), (Question("服务", since=middle), "")],
        "days alone": [(Question(until=old), ""), (Question(since=middle, until=middle + LONG), "")],
        "newest first": [(Question("工会", newest=True), ""), (Question("服务 货运", newest=True), "")],
        "common word, deep": [(common, cursor_at(first + (last - first) * part / DEPTHS)) for part in range(DEPTHS)],
    }


def cursor_at(day):
    return cursor_after(Tier.REST, begun_at(midnight(day), 0))
