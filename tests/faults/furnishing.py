"""A small paper in the house's database, run as a program: what readers read and colleagues work at. Says the keys."""

import json
import sys
from datetime import date, timedelta

import django

from tests.servers.colleague import PASSWORD

STORIES, AT_WORK = 12, 3  # what is only read; what is written at all the while


def furnish():
    from newsroom.groups import CHIEF, PHOTOGRAPHER, write_groups
    from newsroom.setting_up import set_up
    from tests.factories import make_column, make_issue, make_page, make_published, make_town, make_user, reporter

    write_groups()
    set_up()
    column, town = make_column(), make_town()
    page = make_page(issue=make_issue())
    printed = {"by": [reporter("李凡")], "column": column, "regions": [town]}
    read = [make_published(headline=f"第{number}条新闻", **printed) for number in range(STORIES)]
    written = [make_published(headline="正在采写", body="第0稿。", page=page) for _number in range(AT_WORK)]
    make_issue(on=date.today() + timedelta(days=1), published=False)  # of which a duty plans to remind
    make_user(group=CHIEF, username="chief", password=PASSWORD)
    make_user(group=PHOTOGRAPHER, username="photographer", password=PASSWORD)
    addresses = [f"/articles/{story.pk}/" for story in read]
    lists = ["/", "/issues/", "/issues/2023-03-02/", column.get_absolute_url(), town.get_absolute_url()]
    return {"addresses": [*lists, *addresses], "stories": [story.pk for story in written]}


if __name__ == "__main__":
    django.setup()
    json.dump(furnish(), sys.stdout)
