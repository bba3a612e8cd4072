"""Readers, editors, photographers and whoever plans jobs: each a thread, at a steady pace that two cores bear."""

import json
import random
import re
import threading
import time
from itertools import count

from newsroom.benchmark.forms import filled_in
from tests.faults.tally import JOB, READ, SAVE, SEARCH, UPLOAD, Saved, Tally
from tests.faults.visitor import BROKEN, Visitor
from tests.faults.work import INSIDE, OUTSIDE
from tests.pictures import draw, encoded

READERS = 3
NUMBER = re.compile(r"第(\d+)稿")
SEARCHED = "/search/?q=%E6%96%B0%E9%97%BB"
NUMBERS = count(1)  # of drafts, pictures and jobs: none comes twice in a house's life
PLAN = """
INSERT INTO desk_job (kind, details, once, cause, planned_at, due_at, taken_by, tries, result, error)
VALUES (%s, %s, '', '', now(), now(), '', 0, '', '')
"""


class Traffic:
    def __init__(self, house):
        self.house, self.tally, self.is_over = house, Tally(), threading.Event()
        readers = [Reader(self, number) for number in range(READERS)]
        self.threads = [*readers, Editor(self, 0), Editor(self, 1), Photographer(self), Planner(self)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_error):
        self.is_over.set()
        for thread in self.threads:
            thread.join()
            thread.leave()
        broken = [thread.broken for thread in self.threads if thread.broken]
        if broken:
            raise broken[0]


class Person(threading.Thread):
    """`act` is done again and again; what breaks off is told, what is a mistake of the tests ends them."""

    kind, pause, patience = READ, 0.1, 30

    def __init__(self, traffic):
        super().__init__(daemon=True, name=type(self).__name__)
        self.traffic, self.house, self.tally = traffic, traffic.house, traffic.tally
        self.broken = self.visitor = None

    def leave(self):
        """The connection; a colleague stays signed in."""
        if self.visitor:
            self.visitor.close()

    def run(self):
        try:
            while not self.traffic.is_over.wait(self.pause * random.uniform(0.5, 1.5)):
                self.try_it()
        except Exception as problem:
            self.broken = problem

    def try_it(self):
        begun = time.monotonic()
        try:
            self.act(begun)
        except BROKEN as problem:
            self.tally.note(self.kind, begun, False, type(problem).__name__)


class Reader(Person):
    pause, patience = 0.1, 15

    def __init__(self, traffic, number):
        super().__init__(traffic)
        self.visitor = Visitor(self.house, patience=self.patience)
        self.turn = count(number * 5)

    def act(self, begun):
        turn = next(self.turn)
        stories = self.house.told["stories"]
        if turn % 12 == 0:
            self.search(begun)
        elif turn % 3 == 0:
            self.read(stories[turn // 3 % len(stories)], begun)
        else:
            addresses = self.house.told["addresses"]
            answer = self.visitor.ask(addresses[turn % len(addresses)])
            self.tally.note(READ, begun, answer.status == 200, str(answer.status))

    def read(self, story, begun):
        """One that is being written at: its text tells how old the page is."""
        due = self.tally.number_due(story, begun)
        answer = self.visitor.ask(f"/articles/{story}/")
        number = max(map(int, NUMBER.findall(answer.text)), default=0)
        self.tally.note(READ, begun, answer.status == 200, str(answer.status), is_stale=number < due)

    def search(self, begun):
        self.kind = SEARCH
        try:
            answer = self.visitor.ask(SEARCHED)
            self.tally.note(SEARCH, begun, answer.status == 200, str(answer.status))
        finally:
            self.kind = READ


class Editor(Person):
    """Opens the form, changes the text, saves; what was not taken is sent again in the next form."""

    kind, pause = SAVE, 0.8

    def __init__(self, traffic, number):
        super().__init__(traffic)
        self.story = self.house.told["stories"][number]
        self.visitor = self.house.colleague("chief", number)

    def act(self, begun):
        address = f"/admin/articles/article/{self.story}/change/"
        page = self.visitor.ask(address)
        if page.status != 200:
            self.tally.note(SAVE, begun, False, f"form {page.status}")
            return
        number = next(NUMBERS)
        words = f"第{number}稿。"
        answer = self.visitor.send(address, filled_in(page.text) | {"body": words})
        is_taken = answer.status == 302 and "/login/" not in answer.headers["location"]
        if is_taken:
            self.tally.saved.append(Saved(self.story, number, time.monotonic()))
        else:
            self.tally.refused.append(words in answer.text)
        self.tally.note(SAVE, begun, is_taken, str(answer.status))


class Photographer(Person):
    kind, pause = UPLOAD, 1.0

    def __init__(self, traffic):
        super().__init__(traffic)
        self.visitor = self.house.colleague("photographer", 0)

    def act(self, begun):
        number = next(NUMBERS)
        picture = draw(size=(240, 160))
        picture.paste((number * 7 % 256, number % 256, number // 256), (20, 20, 90, 90))
        sent = {"csrfmiddlewaretoken": self.visitor.token}
        answer = self.visitor.upload("/admin/media/photo/upload/file/", f"{number}.jpg", encoded(picture), **sent)
        photo = json.loads(answer.text).get("photo") if answer.status == 200 else None
        if photo:
            self.tally.uploaded.append(photo)
        self.tally.note(UPLOAD, begun, bool(photo), str(answer.status))


class Planner(Person):
    """Jobs of both kinds, as an act plans them: what is committed has to be done."""

    kind, pause = JOB, 0.3

    def act(self, begun):
        number = next(NUMBERS)
        try:
            with self.house.database.connect() as connection:
                details = {"number": number, "seconds": 0.1}
                connection.execute(PLAN, [(INSIDE, OUTSIDE)[number % 2], json.dumps(details)])
        except self.house.database.Error as problem:
            self.tally.note(JOB, begun, False, type(problem).__name__)
            return
        self.tally.planned.append(number)
        self.tally.note(JOB, begun, True)
