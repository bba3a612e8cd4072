"""The form of the first door: name and password. Whether there is such an account, no answer tells."""

from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from desk.doors import known_browsers
from desk.doors.throttled import Throttled
from desk.doors.tries import ACCOUNT, ADDRESS, BROWSER, PLACE, Knock, fingerprint, knock, network_of, take_back
from desk.logins import came_from
from desk.models import User


class SignInForm(Throttled, AdminAuthenticationForm):
    error_messages = {
        **AdminAuthenticationForm.error_messages,
        "invalid_login": _("The name or the password is not right. Capitals and small letters are not the same."),
    }

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
