"""Searches of several classes: words that stand in most stories and in few, several, a name, narrowed, deep."""

import re
from urllib.parse import urlencode

from django.urls import reverse

from newsroom.benchmark.asking import ask
from newsroom.benchmark.pages import Page

COMMON = "工会"
SEVERAL = "工会 职工"
PHRASE = "“职工之家”"
STEPS = 10  # so many times a reader asks for further results
NEXT = re.compile(r'rel="next" href="([^"]+)"')


def search_pages(examples):
    """Only the first is asked of the yardstick as well: it knows a single word and looks through every text."""
    name, seldom = (person.name if person else COMMON for person in (examples.contributor, examples.seldom))
    narrowed = {"q": COMMON, "region": examples.province and examples.province.code}
    twice = {**narrowed, "contributor": examples.contributor and examples.contributor.pk}
    return [
        Page("search: common word", asked(q=COMMON), asked(q=COMMON)),
        Page("search: common word, newest first", asked(q=COMMON, order="newest")),
        Page("search: common word, deep", asked(q=COMMON), steps=STEPS),
        Page("search: rare name", asked(q=seldom), asked(q=seldom)),
        Page("search: two words", asked(q=SEVERAL)),
        Page("search: a phrase", asked(q=PHRASE)),
        Page("search: frequent name", asked(q=name)),
        Page("search: nothing found", asked(q="鑫龘靐齉")),
        Page("search: one filter", asked(**narrowed)),
        Page("search: two filters", asked(**twice)),
        Page("search: filters alone", asked(**{**twice, "q": ""})),
    ]


def asked(**answers):
    return reverse("search_page") + "?" + urlencode({name: answer for name, answer in answers.items() if answer})


def further(application, path, steps=STEPS, cookies=""):
    """The address to which the page's own links lead after so many steps, or as far as they go."""
    for _step in range(steps):
        following = NEXT.search(ask(application, path, cookies=cookies).body.decode())
        if not following:
            break
        path = path.partition("?")[0] + "?" + following[1].partition("?")[2].replace("&amp;", "&")
    return path
