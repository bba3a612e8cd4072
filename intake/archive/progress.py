"""How far long work is: a bar on a terminal, else a line now and then."""

from collections import deque
from time import monotonic

WIDTH = 30
ON_SCREEN, IN_LOG = 0.2, 5.0  # seconds from one to the next
MEMORY = 30.0  # seconds that the rate is taken from: files that came before go by much faster


class Progress:
    def __init__(self, total, stream, clock=monotonic):
        self.total, self.done, self.stream, self.clock = total, 0, stream, clock
        self.is_screen, self.has_bar = stream.isatty(), False
        self.said_at = clock()
        self.marks = deque([(self.said_at, 0)])

    def step(self):
        self.done += 1
        now = self.clock()
        if self.is_due(now):
            self.said_at = now
            self.mark(now)
            self.say()

    def is_due(self, now):
        """At the end, after a while, and where the bar gave way to something else."""
        is_missing = self.is_screen and not self.has_bar
        return self.is_over or is_missing or now - self.said_at >= (ON_SCREEN if self.is_screen else IN_LOG)

    def mark(self, now):
        self.marks.append((now, self.done))
        while len(self.marks) > 2 and now - self.marks[0][0] > MEMORY:
            self.marks.popleft()

    def say(self):
        if self.is_screen:
            self.write(f"\r\033[K{self.bar()} {self.words()}", ending="\n" if self.is_over else "")
            self.has_bar = True
        else:
            self.write(self.words())

    def make_room(self):
        """Before something else is printed."""
        if self.has_bar and not self.is_over:
            self.write("\r\033[K", ending="")
            self.has_bar = False

    def write(self, words, ending="\n"):
        self.stream.write(words, style_func=str, ending=ending)  # not as red as errors

    @property
    def is_over(self):
        return self.done >= self.total

    def bar(self):
        filled = min(WIDTH * self.done // max(self.total, 1), WIDTH)
        return f"[{'#' * filled}{'.' * (WIDTH - filled)}]"

    def words(self):
        """37/120, 12.5 a second, 0:07 to go; without words, as the figures of a log are."""
        (first, before), (last, now) = self.marks[0], self.marks[-1]
        rate = (now - before) / (last - first) if last > first else 0.0
        words = f"{self.done}/{self.total} {rate:.1f}/s"
        return f"{words} -{clocked((self.total - self.done) / rate)}" if rate and not self.is_over else words


def clocked(seconds):
    hours, rest = divmod(int(seconds), 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"
