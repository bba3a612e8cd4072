"""The runs: so many cases of a kind, one after the other, and what came of them."""

from collections import Counter
from contextlib import contextmanager
from itertools import takewhile
from random import Random
from urllib.parse import unquote_to_bytes

from django.db import transaction

from tests.fuzz import asking, stage
from tests.fuzz.door import Asked, faults, open_house
from tests.fuzz.forms import forms_of, posted, spoiled
from tests.fuzz.lots import files, lines_of
from tests.fuzz.places import places
from tests.fuzz.sent_files import sent_file

VISITORS = ("root", "reporter", None)  # whose forms are filled in


class Report:
    """`found`: one case for each fault, by where it came from."""

    def __init__(self):
        self.cases, self.statuses, self.found = 0, Counter(), {}
        self.slowest = self.hungriest = (0, "")

    def note(self, number, who, asked, answer):
        self.cases += 1
        self.statuses[answer.status] += 1
        case = f"{number} as {who}: {str(asked)[:300]}"
        self.slowest = max(self.slowest, (round(answer.seconds, 2), case))
        self.hungriest = max(self.hungriest, (answer.queries, case))
        for fault in faults(asked, answer):
            self.tell(number, who, asked, fault, answer.problem)

    def tell(self, number, who, asked, fault, problem):
        lines, ours = lines_of(problem)
        said = lines[-1].partition(":")[0] if lines else asked.path[:20]
        key = (fault[:24], said, *ours[-1:])
        if key not in self.found:
            self.found[key] = number
            print(f"\n----- {fault}: case {number}, as {who}\n{asked}", *ours, *lines[-3:], sep="\n", flush=True)

    def __str__(self):
        statuses = ", ".join(f"{status} × {count}" for status, count in sorted(self.statuses.items()))
        return (
            f"{self.cases} cases, {len(self.found)} faults; {statuses}\n"
            f"slowest, in seconds: {self.slowest}\nmost queries: {self.hungriest}"
        )


@contextmanager
def furnished_house():
    with transaction.atomic():
        with open_house(stage.furnished()) as house:
            yield house
        transaction.set_rollback(True)


def addresses(seed, first, cases, has_time):
    report = Report()
    with furnished_house() as house:
        ask_addresses(house, report, seed, numbers(first, cases, has_time))
    return report


def ask_addresses(house, report, seed, cases):
    known = places()
    for number in cases:
        random = Random(f"{seed}-addresses-{number}")
        place = known[number % len(known)]
        who = random.choice(stage.AT_THE_DESK if place.is_of_the_desk else stage.READERS)
        asked = asking.request(place, random)
        asked = asked._replace(path=unquote_to_bytes(asked.path))  # as servers give it
        report.note(number, who, asked, house.ask(asked, who))


def forms(seed, first, cases, has_time):
    report = Report()
    with furnished_house() as house:
        ask_forms(house, report, seed, numbers(first, cases, has_time))
    return report


def ask_forms(house, report, seed, cases, visitors=VISITORS):
    known = all_forms(house, report, visitors)
    for number in cases:
        random = Random(f"{seed}-forms-{number}")
        who, form = known[number % len(known)]
        asked = posted(form, spoiled(form, random, sent_file), random)
        report.note(number, who, asked, house.ask(asked, who))


def all_forms(house, report, visitors):
    """[(who, form)]: each once, of every page there is."""
    found = {}
    for place in places():
        for who in visitors:
            asked = Asked("GET", place.path())
            answer = house.ask(asked, who)
            report.note(-1, who, asked, answer)
            if answer.status == 200 and answer.is_page:
                for form in forms_of(answer.body.decode(), place.path().decode()):
                    found.setdefault(form.known_by, (who, form))
    return list(found.values())


def numbers(first, cases, has_time):
    return takewhile(lambda _number: has_time(), range(first, first + cases))


RUNS = {"addresses": addresses, "forms": forms, "files": files}
