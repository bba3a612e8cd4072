"""What stands behind names in a line of credits and says what they did: 报道, 摄, /文."""

import re

from bylines.credits import EDITOR
from bylines.roles import BEFORE_NAMES, BEHIND_NAMES, BOTH, HEAD, REPORTED, role_of

MARK = re.compile(r"\s*[:|]")


def take_work(line):
    """It holds for every group whose work was not said."""
    found = line.match(BEHIND_NAMES) if not line.is_led else None
    if not found or leads_the_next(line, found):
        return False
    for group in line.open:
        group.work = group.work or found.lastgroup
    line.open = []
    line.has_role = True
    line.is_closed = found.lastgroup in (REPORTED, BOTH)
    return line.take(found.end())


def leads_the_next(line, found):
    """摄影 李四, or 图/李四: the word leads the next names rather than closing these."""
    word = found[0].lstrip()
    start = found.end() - len(word)
    if word.startswith("/"):
        return False
    if found["both"] and not line.is_led_by_work:
        return False  # 记者 林岚 文/摄 通讯员 何青: here the work stands behind the names
    head = HEAD.match(line.text, start, line.end)
    if head and head.end() > found.end() and MARK.match(line.text, found.end(), line.end):
        return True
    leads = BEFORE_NAMES.match(line.text, start, line.end) or (head if found["pictures"] else None)
    return bool(leads and are_people_at(line, leads.end()))


def are_people_at(line, at):
    at = line.behind_joint(at)
    found, head = line.names_at(at), HEAD.match(line.text, at, line.end)
    return bool((found and found.is_sure) or (head and role_of(head["word"])[0] != EDITOR))
