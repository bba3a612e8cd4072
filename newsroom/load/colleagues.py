"""
The desk by the clock: an act is due every so often, whoever is free does it, and its time counts from when it was due.

Run as a program: python -m newsroom.load.colleagues PLAN SECONDS NEWS. It prints JSON: what it found, what was
accepted, and how long readers waited to see it.
"""

import json
import os
import queue
import random
import sys
import threading
import time
from pathlib import Path

from newsroom.load.acts import ActError, Colleague
from newsroom.load.office import Office

# Of a hundred acts, beside those that come out by a clock of their own.
ACTS = {
    "look_at_list": 26,
    "look_at_board": 12,
    "look_at_photos": 4,
    "look_at_story": 12,
    "save": 18,
    "save_draft": 10,
    "write": 6,
    "move": 12,
}
BY = {"publish": "chiefs", "withdraw": "chiefs", "upload": "photographers", "write": "reporters"}  # others: editors
WITHDRAWN_OF = 4  # one publication in so many


class Desk:
    def __init__(self, plan, *, seconds, news):
        self.begun, self.seconds, self.plan = time.monotonic(), seconds, plan
        self.office = Office(plan, news, self.begun)
        self.due = {group: queue.Queue() for group in plan["people"]}
        self.threads = []

    def run(self):
        for group, people in self.plan["people"].items():
            for name, password in people:
                colleague = Colleague(self.office.outside(len(self.threads)), name, password, self.office)
                colleague.sign_in()
                self.threads.append(threading.Thread(target=self.work, args=(colleague, self.due[group])))
        if self.plan["issue"]:
            self.threads.append(threading.Thread(target=self.wait_for_issue, kwargs=self.plan["issue"]))
        self.begun = self.office.tally.begun = time.monotonic()
        for thread in self.threads:
            thread.start()
        for at, act in sorted(self.calendar()):
            time.sleep(max(0, self.begun + at - time.monotonic()))
            self.due[BY.get(act, "editors")].put((self.begun + at, act))
        for group, people in self.plan["people"].items():
            for _one in people:
                self.due[group].put(None)
        for thread in self.threads:
            thread.join()
        return self.office

    def calendar(self):
        """(seconds after the beginning, act)"""
        paces, chance = self.plan["paces"], random.Random(1)  # noqa: S311 - nothing secret
        names, weights = list(ACTS), list(ACTS.values())
        for number in range(int(self.seconds * paces["acts"])):
            yield number / paces["acts"], chance.choices(names, weights)[0]
        for name in ("publish", "upload"):
            for number in range(int(self.seconds / paces[name])):
                yield (number + 0.5) * paces[name], name
                if name == "publish" and number % WITHDRAWN_OF == WITHDRAWN_OF - 1:
                    yield (number + 0.9) * paces[name], "withdraw"

    def wait_for_issue(self, hour, address, story, headline):
        """Nobody does anything at its hour: readers have it by the clock."""
        time.sleep(max(0, hour - time.time()))
        self.office.seen("/", 200, address, "an issue's hour, front page")
        self.office.seen(address, 200, address, "an issue's hour, issue")
        self.office.seen(f"/articles/{story}/", 200, headline, "an issue's hour, story")
        self.office.accept("issues", address)

    def work(self, colleague, due):
        while (asked := due.get()) is not None:
            at, act = asked
            try:
                getattr(colleague, act)(at)
            except queue.Empty:
                self.office.count(f"nothing left to {act}")
            except ActError as problem:
                self.office.went_wrong(f"desk: {act}", at, str(problem))
            except Exception as problem:  # of one act: the others go on
                self.office.went_wrong(f"desk: {act}", at, type(problem).__name__)
        colleague.browser.close()


def main(path, seconds, news):
    plan = json.loads(Path(path).read_text())
    with open(news, "a") as stories:
        office = Desk(plan, seconds=float(seconds), news=stories).run()
    spent = os.times()
    told = {
        **office.tally.as_json(),
        "accepted": office.accepted,
        "waited": {after: times.as_json() for after, times in office.waited.items()},
        "stale": office.stale,
        "spent": spent.user + spent.system,
    }
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
