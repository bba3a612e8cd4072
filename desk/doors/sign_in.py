"""The form of the first door: name and password. Whether there is such an account, no answer tells."""

from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError

from desk.doors import known_browsers
from desk.doors.tries import (
    ACCOUNT,
    ADDRESS,
    BROWSER,
    PLACE,
    Knock,
    fingerprint,
    knock,
    network_of,
    take_back,
    time_to_wait,
)
from desk.doors.waiting import shut
from desk.logins import came_from, note_shut_out
from desk.models import User


class SignInForm(AdminAuthenticationForm):
    """`wait`: for how long this door stays shut, once it does."""

    wait = None

    def clean(self):
        name, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if name is None or not password:
            return super().clean()
        knocks = knocks_of(self.request, name)
        self.refuse(knock(knocks))
        try:
            cleaned = super().clean()
        except ValidationError:
            self.refuse_further(knocks)
            raise
        take_back(knocks, forget=[PLACE, BROWSER])
        return cleaned

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


def knocks_of(request, name):
    """The doors before which this browser stands with that name, whether an account has it or not."""
    user_id = User.objects.filter(username=name).values_list("pk", flat=True).first()
    address = network_of(came_from(request))
    known = known_browsers.key_of(request, user_id)
    if known:
        return [Knock(BROWSER, fingerprint("browser", known, user_id), user_id, address)]
    who = name.casefold()
    return [
        Knock(PLACE, fingerprint("place", who, address), user_id, address),
        Knock(ACCOUNT, fingerprint("account", who), user_id),
        Knock(ADDRESS, fingerprint("address", address), None, address),
    ]
