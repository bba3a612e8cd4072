"""What a form does whose door may be shut. Beside waiting.py, since the log, which says how long, is below this."""

from django.http import HttpRequest

from desk.doors.tries import time_to_wait
from desk.doors.waiting import shut
from desk.logins import note_shut_out


class Throttled:
    """`wait`: for how long this door stays shut, once it does."""

    request: HttpRequest | None
    wait = None

    def refuse_further(self, knocks):
        """With the last try the door falls shut, which is said at once and written down once."""
        wait = time_to_wait(knocks)
        if wait:
            note_shut_out(self.request, knocks[0].user_id, wait)
        self.refuse(wait)

    def refuse(self, wait):
        if wait:
            self.wait = wait
            raise shut(wait)
