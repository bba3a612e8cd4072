"""What this process has heard of the log: the last change of each name, to judge a page that comes from elsewhere."""

from threading import Lock

from pagecache.log import changes_since

MOST = 100_000  # names, some twenty megabytes


class Heard:
    """Of all changes after `since` up to `number`. Grows from page to page, and begins anew when it is too large."""

    def __init__(self, most=MOST):
        self.most = most
        self.since = self.number = None
        self.last = {}
        self.lock = Lock()

    def of_nothing_since(self, number, names, mark):
        """Whether a page that was good as of that number is still, as far as the mark knows."""
        if number == mark.number and not mark.is_waiting:
            return True
        with self.lock:
            self.listen(number, mark)
            return self.since <= number and all(self.last.get(name, 0) <= number for name in names)

    def listen(self, number, mark):
        if self.since is None or number < self.since:
            self.begin(min(number, mark.number))
        elif mark.number > self.number:
            self.note(changes_since(self.number))
        if len(self.last) > self.most:
            self.since, self.last = self.number, {}

    def begin(self, since):
        self.since, self.number, self.last = since, since, {}
        self.note(changes_since(since))

    def note(self, changes):
        if not changes.are_known:
            self.since, self.last = changes.number, {}
        for number, names in changes.numbered:
            self.last.update(dict.fromkeys(names, number))
        self.number = changes.number
