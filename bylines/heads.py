"""What stands before names in a line of credits: 江畔日报记者, 文/, 摄影 本报记者."""

import re

from bylines.credits import EDITOR, PHOTOGRAPHER
from bylines.groups import Group
from bylines.roles import BEFORE_NAMES, BOTH, HEAD, HEAD_OF_ANY_UNIT, LED, PICTURES, WORDS, role_of
from bylines.runs import names_and_unit

WORK_WORD = re.compile(r"(?:摄影|图片|照片|视频|文字|撰文|供稿|撰稿|视频拍摄)[\s:/|]*")
SENT_OUT = "特派"


def take_head(line):
    if line.is_led and (found := line.match(LED)):
        line.begin(Group(work=found.lastgroup))
    elif found := line.match(BEFORE_NAMES):
        group = line.waiting() or line.begin(Group())
        group.work = found.lastgroup
    elif (found := line.match(HEAD)) and not names_stand_before(line, found):
        begin_role(line, found)
    else:
        return False
    line.at = found.end()
    line.has_role = True
    line.is_closed = False
    return True


def take_head_of_any_unit(line):
    stands_apart = line.at == 0 or line.text[line.at - 1] in " |/"
    found = line.match(HEAD_OF_ANY_UNIT) if stands_apart else None
    if not found:
        return False
    begin_role(line, found)
    line.at = found.end()
    line.has_role = True
    return True


def begin_role(line, found):
    unit = found["unit"] or ""
    role, standing = role_of((SENT_OUT if SENT_OUT in unit else "") + found["word"])
    say_work(line)
    if not (line.waiting() and line.waiting().role is None):
        line.begin(Group())
    group = line.waiting()
    group.role, group.standing, group.unit, group.word = role, standing, unit, found["word"]
    if line.work_said:
        group.work, line.work_said = line.work_said, ""
    elif line.leads_with_both and not group.work and role != EDITOR:
        group.work = BOTH  # 文/图 记者林岚 通讯员何青


def say_work(line):
    """摄影 本报记者 林岚: the word before the role says what the reporter did."""
    before = line.waiting()
    if before and before.word and WORK_WORD.fullmatch(before.word):
        line.work_said = PICTURES if before.role == PHOTOGRAPHER else WORDS
        line.groups.pop()


def names_stand_before(line, head):
    """林岚新华社记者…: what looks like the employer is a name and its neighbour's employer."""
    return bool(head["unit"] and names_and_unit(head["unit"], line.known))
