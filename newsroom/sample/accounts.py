"""The seven people of a demo. Their passwords are made once and kept beside the demo's secret."""

import json
import os
import secrets

from django.conf import settings
from django.contrib.auth.models import Group

from desk.models import Desk, User
from newsroom.groups import CHIEF, EDITOR, FINANCE, PHOTOGRAPHER, REPORTER

# login, name, group
PEOPLE = [
    ("jizhe", "陆知远", REPORTER),
    ("bianji", "毕佳音", EDITOR),
    ("bianji2", "闻人清", EDITOR),
    ("zongbian", "言守正", CHIEF),
    ("sheying", "裴一鸣", PHOTOGRAPHER),
    ("caiwu", "金算之", FINANCE),
    ("caiwu2", "苏对账", FINANCE),
]
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def make_accounts():
    """The seven accounts by login as (user, group, password); those that exist keep their password."""
    passwords = remembered_passwords()
    desk = Desk.objects.order_by("order", "pk").first()
    return [(make_account(*person, passwords[person[0]], desk), person[2], passwords[person[0]]) for person in PEOPLE]


def by_group(accounts):
    """{group: [user, …]}"""
    groups = {}
    for user, group, _password in accounts:
        groups.setdefault(group, []).append(user)
    return groups


def make_account(login, name, group, password, desk):
    user, made = User.objects.get_or_create(username=login, defaults={"name": name, "is_staff": True})
    if made:
        user.set_password(password)
        user.save()
        user.groups.add(Group.objects.get(name=group))
        user.desks.add(desk)
    return user


def remembered_passwords():
    """{login: password}; whoever came with a later version of the demo gets one beside those that are known."""
    path = settings.VAR_DIR / "demo_passwords.json"
    known = json.loads(path.read_text()) if path.exists() else {}
    if missing := [login for login, _name, _group in PEOPLE if login not in known]:
        known |= {login: "-".join(word() for _ in range(3)) for login in missing}
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump(known, file, indent=1)
    return known


def word():
    return "".join(secrets.choice(LETTERS) for _ in range(4))
