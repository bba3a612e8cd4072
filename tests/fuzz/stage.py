"""The newsroom that is asked: the sample with a row of every kind, a colleague of each group, and whoever may all."""

from bylines.models import Contributor
from desk.models import FactorDemand
from intake.models import OwnLink
from intake.models.own_link import digest_of_token
from newsroom.groups import CHIEF, EDITOR, PHOTOGRAPHER, REPORTER
from tests.factories import make_user
from tests.newsroom.handover.rich import furnish

AT_THE_DESK = [*["root"] * 6, "chief", "editor", "reporter", "photographer", "plain", None]
READERS = [None, None, "root"]


def furnished():
    """{name: user}"""
    furnish()
    FactorDemand.objects.all().delete()
    OwnLink.objects.create(digest=digest_of_token("t" * 43), contributor=Contributor.objects.first())
    return {
        "root": make_user(is_superuser=True),
        "chief": make_user(group=CHIEF),
        "editor": make_user(group=EDITOR),
        "reporter": make_user(group=REPORTER),
        "photographer": make_user(group=PHOTOGRAPHER),
        "plain": make_user(),
    }
