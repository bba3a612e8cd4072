"""
What a page costs. Processor time and never the clock for a ratio: other work on the machine only delays. The yardstick
is asked in turns with ours, so that whatever does disturb both disturbs them alike.
"""

import gc
import math
import time
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median

from django.db import connection, transaction

from newsroom.benchmark.asking import ask
from newsroom.benchmark.backend import processor_time_of_backend

WARM = 3  # requests before the first that counts: templates, statements and pages of the database are there then


class UnansweredError(Exception):
    pass


@dataclass(frozen=True)
class Asked:
    """One page of one application, ready to be asked for again and again."""

    application: object
    path: str
    cookies: str = ""
    form: object = None

    def once(self):
        if self.form is None:
            return ask(self.application, self.path, cookies=self.cookies)
        with transaction.atomic():
            answer = ask(self.application, self.path, cookies=self.cookies, form=self.form)
            transaction.set_rollback(True)
        return answer

    def checked(self):
        answer = self.once()
        wanted = 200 if self.form is None else 302
        if answer.status != wanted:
            raise UnansweredError(f"{self.path}: {answer.status}")
        return answer


@dataclass(frozen=True)
class Cost:
    """Of one request: milliseconds of this process, of the clock, and of the database's own process."""

    cpu: float
    wall: float
    backend: float = 0.0

    @property
    def whole(self):
        return self.cpu + self.backend


def warmed(asked):
    for _time in range(WARM):
        answer = asked.checked()
    return answer


def rounds_of(pages, *, rounds, requests):
    """[[costs of each round], ...] of the pages, which take turns."""
    each = max(1, math.ceil(requests / rounds))
    found = [[] for _page in pages]
    for _round in range(rounds):
        for page, of_page in zip(pages, found, strict=True):
            of_page.append(batch(page, each))
    return found


def batch(asked, times):
    gc.collect()
    before = processor_time_of_backend()
    costs = [cost_of(asked) for _time in range(times)]
    backend = (processor_time_of_backend() - before) / times
    return [Cost(cost.cpu, cost.wall, backend) for cost in costs]


def cost_of(asked):
    cpu, wall = time.process_time(), time.perf_counter()
    asked.once()
    return Cost((time.process_time() - cpu) * 1000, (time.perf_counter() - wall) * 1000)


def middle(costs):
    """Milliseconds of processor time, the database's process included."""
    return median(cost.whole for cost in costs)


def middle_of_all(rounds):
    return middle([cost for costs in rounds for cost in costs])


def slow(rounds):
    """The 95th of 100, by the clock."""
    walls = sorted(cost.wall for costs in rounds for cost in costs)
    return walls[math.ceil(0.95 * len(walls)) - 1]


def ratio(ours, others):
    """The median of what each round says."""
    return median(middle(mine) / middle(theirs) for mine, theirs in zip(ours, others, strict=True))


def queries_of(asked):
    """How many statements the page sends; in a request that is not timed."""
    with counting() as sent:
        asked.checked()
    return len(sent)


@contextmanager
def counting():
    sent = []

    def note(execute, sql, params, many, context):
        sent.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield sent
