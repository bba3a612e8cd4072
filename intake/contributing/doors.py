"""How often one address, one phone and all together may hand something in (desk.doors.tries)."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from desk.doors.tries import (
    ALL_FORMS,
    ALL_OWN_LINKS,
    ALL_SENDERS,
    FORM,
    OFFICE,
    OWN_LINK,
    SENDER,
    Knock,
    fingerprint,
    knock,
    network_of,
)
from desk.doors.waiting import in_words
from desk.logins import came_from


def refuse_another_site(request):
    """A form that another site sends in a reader's name; links from there are welcome."""
    if request.method == "POST" and request.headers.get("Sec-Fetch-Site") == "cross-site":
        raise PermissionDenied


def knock_with_form(request):
    """How long to wait; None where the door is open."""
    return knock([of_address(FORM, request), of_all(ALL_FORMS)])


def knock_to_hand_in(request, phone):
    return knock([of_address(OFFICE, request), of_phone(SENDER, phone), of_all(ALL_SENDERS)])


def knock_for_link(request, phone):
    return knock([of_address(OWN_LINK, request), of_phone(OWN_LINK, phone), of_all(ALL_OWN_LINKS)])


def of_address(door, request):
    address = network_of(came_from(request))
    return Knock(door, fingerprint(door.name, address), address=address)


def of_phone(door, phone):
    return Knock(door, fingerprint(door.name, phone))


def of_all(door):
    return Knock(door, fingerprint(door.name))


def too_often(wait):
    said = {"time": in_words(wait)}
    return _("Much has come in within a short time. Please wait %(time)s; what you typed stays on this page.") % said
