"""
How often a door may be tried. A try is counted before the password is looked at, in the database, so that no number of
machines, threads or hurried requests gets one more than the limit; whoever is let in gets it back.

Guessing is to be hopeless, and no stranger is to keep a colleague out. So there are three doors for a browser that the
account has not signed in with before (the account from one address, the account from anywhere, all accounts from one
address), and one for each browser that it has (docs/SECURITY.md has the figures).
"""

from datetime import timedelta
from ipaddress import ip_address, ip_network
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from desk.models import Tries

QUARTER, HOUR, DAY = timedelta(minutes=15), timedelta(hours=1), timedelta(days=1)


class Door(NamedTuple):
    """So many tries within the window; after the last one it is shut for as long."""

    name: str
    limit: int
    window: timedelta


PLACE = Door("place", 5, QUARTER)
ACCOUNT = Door("account", 50, HOUR)
ADDRESS = Door("address", 50, HOUR)
BROWSER = Door("browser", 10, QUARTER)
CODE = Door("code", 5, QUARTER)
CODES = Door("codes", 30, DAY)
PASSWORD = Door("password", 5, QUARTER)  # asked once more of whoever is signed in
LOG = Door("log", 1000, HOUR)  # refusals that are written down one by one
# Without an account: forms of /submit/ that one address sends, and what is handed in from it (an office of a county has
# one) and with one phone; links to the own work that are asked for. Each in all too: whoever has a thousand addresses
# fills neither the disk nor the desk.
FORM = Door("form", 60, HOUR)
OFFICE = Door("office", 30, HOUR)
SENDER = Door("sender", 10, HOUR)
OWN_LINK = Door("own_link", 5, HOUR)
ALL_FORMS = Door("all_forms", 1500, HOUR)
ALL_SENDERS = Door("all_senders", 600, HOUR)
ALL_OWN_LINKS = Door("all_own_links", 200, HOUR)
OF_STAFF = (PLACE, ACCOUNT, ADDRESS, BROWSER, CODE, CODES, PASSWORD, LOG)
OF_STRANGERS = (FORM, OFFICE, SENDER, OWN_LINK, ALL_FORMS, ALL_SENDERS, ALL_OWN_LINKS)
DOORS = {door.name: door for door in (*OF_STAFF, *OF_STRANGERS)}


class Knock(NamedTuple):
    """One door as somebody stands before it. The key is kept as a fingerprint: what was typed may be a password."""

    door: Door
    key: str
    user_id: int | None = None
    address: str = ""

    @property
    def rows(self):
        return Tries.objects.filter(door=self.door.name, key=self.key)

    def tried(self):
        """How many there are with this one."""
        now = timezone.now()
        if not self.rows.one_more(self.door, now):
            row = Tries(door=self.door.name, key=self.key, user_id=self.user_id, address=self.address, since=now)
            Tries.objects.bulk_create([row], ignore_conflicts=True)
            self.rows.one_more(self.door, now)
        return self.rows.get()


def fingerprint(*parts):
    return salted_hmac("desk.doors", "\n".join(map(str, parts)), algorithm="sha256").hexdigest()


def network_of(address):
    """Whoever has one address of IPv6 has its whole /64."""
    if not address or ip_address(address).version == 4:
        return address
    mapped = ip_address(address).ipv4_mapped
    return str(mapped or ip_network(f"{address}/64", strict=False).network_address)


def knock(knocks):
    """
    Counts a try at each of these doors. How long to wait where one is shut, and nothing is counted then: neither does
    knocking at a shut door cost a write, nor does it keep the door shut for longer.
    """
    shut = time_to_wait(knocks)
    if shut:
        return shut
    with transaction.atomic():  # in the order given: two requests never wait for each other
        for one in knocks:
            row = one.tried()
            if row.count > one.door.limit:  # another was quicker: the doors behind are not tried
                return remaining(one.door, row)
    return None


def time_to_wait(knocks):
    """None where all of them are open."""
    found = {(row.door, row.key): row for row in Tries.objects.filter(key__in=[one.key for one in knocks])}
    rows = [(one.door, found.get((one.door.name, one.key))) for one in knocks]
    return longest([remaining(door, row) for door, row in rows if row and row.count >= door.limit])


def remaining(door, row):
    return row.since + door.window - timezone.now()


def longest(times):
    return max((time for time in times if time > timedelta()), default=None)


def take_back(knocks, *, forget=()):
    """Whoever was let in made no mistake. At the doors to `forget` those before are forgotten as well."""
    for one in knocks:
        if one.door in forget:
            one.rows.delete()
        else:
            one.rows.one_less()


def shut_doors(**whose):
    """Those that are shut at this moment, the newest first."""
    rows = Tries.objects.filter(**whose).exclude(door=LOG.name).select_related("user").order_by("-since")
    return [row for row in rows if row.door in DOORS and is_shut(row)]


def is_shut(row):
    door = DOORS[row.door]
    return row.count >= door.limit and remaining(door, row) > timedelta()


def forget_old_tries():
    """What is over weighs nothing any more. Without this the table would grow with everybody who ever mistyped."""
    now = timezone.now()
    return sum(
        Tries.objects.filter(door=door.name, since__lte=now - door.window).delete()[0] for door in DOORS.values()
    )
