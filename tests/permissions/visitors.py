"""Who comes: the columns of the matrix, in the order of its letters; and those whom the sign-in keeps out."""

from datetime import timedelta
from time import time

from django.conf import settings
from django.contrib.auth.models import Group
from django.utils import timezone

from desk.doors.second_door import WAITING
from desk.models import FactorDemand
from newsroom.groups import CHIEF, DESK_EDITOR, EDITOR, FINANCE, PHOTOGRAPHER, REPORTER
from tests.factories import make_user

NOBODY, GROUPLESS, SUPERUSER = "nobody", "without a group", "superuser"
GROUPS = [REPORTER, DESK_EDITOR, EDITOR, CHIEF, PHOTOGRAPHER, FINANCE]
VISITORS = [NOBODY, GROUPLESS, *GROUPS, SUPERUSER]
# Those without the sight of all desks: what is hidden stands on no page that they are given.
SIGHT_OF_ONE_DESK = [NOBODY, GROUPLESS, REPORTER, DESK_EDITOR, PHOTOGRAPHER, FINANCE]
# Readers' pages do not know who is there: where all get the same, these stand for them.
READING = [NOBODY, REPORTER, SUPERUSER]

CLOSED, READER, OWING, BETWEEN, ENDED = (
    "a closed account",
    "an account that is no colleague's",
    "a colleague who owes a second step",
    "between the two doors",
    "a sign-in that has ended",
)
OUTSIDERS = [CLOSED, READER, OWING, BETWEEN, ENDED]


def asked_of(row):
    """[(visitor, letter)] of a row of the table: who is sent there, and what is expected."""
    is_for_readers = not row.address.startswith("/admin/") and len(set(row.cells)) == 1
    found = zip(VISITORS, row.cells, strict=True)
    return [(visitor, cell) for visitor, cell in found if visitor in READING or not is_for_readers]


def account(name, desk):
    """All have the same desk, so that what differs is the group alone."""
    if name == NOBODY:
        return None
    if name == SUPERUSER:
        return make_user(username=name, desk=desk, is_superuser=True)
    return make_user(username=name, desk=desk, group=None if name == GROUPLESS else name)


def signed_in(client, user):
    if user:
        client.force_login(user)
    return client


def outsider(name, client, desk):
    """Each has been a chief, or would be."""
    user = make_user(username=name, desk=desk, group=CHIEF)
    if name != BETWEEN:
        client.force_login(user)
    KEEPS_OUT[name](client, user)
    return client


def closed(client, user):
    type(user).objects.filter(pk=user.pk).update(is_active=False)


def no_colleague(client, user):
    type(user).objects.filter(pk=user.pk).update(is_staff=False)


def owing(client, user):
    """By a group beside the chiefs', which the others have nothing to do with."""
    group = Group.objects.create(name="夜班")
    user.groups.add(group)
    FactorDemand.objects.create(group=group)


def between(client, user):
    session = client.session
    session[WAITING] = {
        "user": user.pk,
        "password": user.get_session_auth_hash(),
        "at": int(time()),
        "next": "/admin/",
    }
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key


def ended(client, user):
    user.sign_ins.update(begun_at=timezone.now() - timedelta(days=400))


KEEPS_OUT = {CLOSED: closed, READER: no_colleague, OWING: owing, BETWEEN: between, ENDED: ended}
