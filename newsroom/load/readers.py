"""
Readers by the clock: the n-th request is due n/rate seconds after the first, whatever became of those before it. Its
time is counted from when it was due, so that a server which stops for a second is charged with all who came in that
second, and a request that could not be sent in time is not left out.

Run as a program: python -m newsroom.load.readers PLAN RATE SECONDS [FILE of stories that come out meanwhile]. It prints
JSON: what it found, and the processor time that it took itself.
"""

import gc
import json
import os
import select
import sys
import time
from collections import deque

from newsroom.load.asked import Mix
from newsroom.load.checking import WHOLE_OF, wrong_with
from newsroom.load.connection import BrokenError, Connection, trusting
from newsroom.load.times import Tally, Times

MOST_CONNECTIONS = 350
ASKED_BY_ONE = 25  # requests of one connection: readers come and go, and each begins with TLS
PATIENCE = 10  # seconds
EDGES = select.EPOLLIN | select.EPOLLOUT | select.EPOLLRDHUP | select.EPOLLET
NOTHING_COMES = select.EPOLLOUT  # an event of this alone says nothing of an idle connection
LATE = "sent late"


class Request:
    __slots__ = ("asked", "bytes", "connection", "due", "is_again", "kind")

    def __init__(self, due, kind, asked):
        self.due, self.kind, self.asked = due, kind.name, asked
        self.bytes, self.connection, self.is_again = asked.bytes(kind.if_changed), None, False


class Readers:
    def __init__(self, plan, *, rate, seconds, news=None, most=MOST_CONNECTIONS):
        self.place, self.tls = (plan["address"], plan["port"]), trusting() if plan["tls"] else None
        self.mix, self.rate, self.seconds, self.most, self.news = Mix(plan), rate, seconds, most, news
        self.poll, self.open, self.idle, self.under_way = select.epoll(), {}, [], {}
        self.waiting, self.made, self.answers = deque(), 0, 0
        self.tally, self.late = None, Times()

    def run(self):
        """Until the last is answered or given up. Returns the Tally."""
        gc.disable()
        begun = time.monotonic()
        self.tally = Tally(begun)
        self.told_at, sent, all_of_them = begun, 0, int(self.rate * self.seconds)
        try:
            while sent < all_of_them or self.under_way or self.waiting:
                now = time.monotonic()
                while sent < all_of_them and begun + sent / self.rate <= now:
                    self.waiting.append(Request(begun + sent / self.rate, *self.mix.one()))
                    sent += 1
                self.send_on(now)
                until = begun + sent / self.rate if sent < all_of_them else now + 0.1
                for number, event in self.poll.poll(min(max(until - time.monotonic(), 0), 0.1)):
                    self.hear(number, event)
                if now - self.told_at > 1:
                    self.each_second(now)
        finally:
            gc.enable()
            for connection in self.open.values():
                connection.close()
        self.tally.notes.update(connections=self.made, requests=sent)
        return self.tally

    def send_on(self, now):
        while self.waiting and (self.idle or len(self.open) < self.most):
            request = self.waiting.popleft()
            self.late.add(now - request.due)
            self.send(request, self.idle.pop() if self.idle else self.another())

    def another(self):
        connection = Connection(self.place, self.tls, self.made)
        self.made += 1
        self.open[connection.fileno()] = connection
        self.poll.register(connection.fileno(), EDGES)
        return connection

    def send(self, request, connection):
        request.connection = connection
        self.under_way[connection.fileno()] = request
        try:
            connection.ask(request.bytes)
        except BrokenError as problem:
            self.broken(request, problem)

    def hear(self, number, event):
        connection, request = self.open.get(number), self.under_way.get(number)
        if connection is None:
            return
        if request is None:
            if event != NOTHING_COMES and connection.was_closed:
                self.idle.remove(connection)
                self.let_go(connection)
            return
        try:
            if connection.go_on():
                self.answered(request, connection)
        except BrokenError as problem:
            self.broken(request, problem)

    def answered(self, request, connection):
        self.took(request)
        self.answers += 1
        wrong = wrong_with(request.asked, connection, self.answers % WHOLE_OF == 0)
        if wrong:
            self.tally.went_wrong(request.kind, request.due, wrong)
        elif connection.status != 200:
            self.tally.notes[f"answered {connection.status}"] += 1
        del self.under_way[connection.fileno()]
        if connection.closes or connection.asked >= ASKED_BY_ONE:
            self.let_go(connection)
        else:
            self.idle.append(connection)

    def took(self, request):
        self.tally.took(request.kind, request.due, time.monotonic())

    def broken(self, request, problem):
        """A connection that was kept and closes before a word of the answer is no fault: browsers ask again."""
        connection = request.connection
        del self.under_way[connection.fileno()]
        was_kept = connection.asked > 1 and not connection.head
        self.let_go(connection)
        if was_kept and not request.is_again:
            request.is_again = True
            self.tally.notes["asked again"] += 1
            self.send(request, self.another())
            return
        self.took(request)
        self.tally.went_wrong(request.kind, request.due, str(problem))

    def let_go(self, connection):
        self.poll.unregister(connection.fileno())
        del self.open[connection.fileno()]
        connection.close()

    def each_second(self, now):
        self.told_at = now
        for request in [one for one in self.under_way.values() if now - one.due > PATIENCE]:
            request.is_again = True
            self.broken(request, f"no answer in {PATIENCE} s")
        while self.waiting and now - self.waiting[0].due > PATIENCE:
            request = self.waiting.popleft()
            self.took(request)
            self.tally.went_wrong(request.kind, request.due, f"not sent in {PATIENCE} s")
        for line in self.news.readlines() if self.news else ():
            self.mix.just_out(*json.loads(line))


def main(path, rate, seconds, news=""):
    with open(path) as file:
        plan = json.load(file)
    with open(news or os.devnull) as stories:
        readers = Readers(plan, rate=float(rate), seconds=float(seconds), news=stories)
        tally = readers.run()
    spent = os.times()
    told = {**tally.as_json(), "late": readers.late.as_json(), "spent": spent.user + spent.system}
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
