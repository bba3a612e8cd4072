"""A short line that is plainly one of credits although not all of it can be read."""

import re

from bylines.edges import beginning, without_brackets
from bylines.reading import read_credits, read_what_can_be
from bylines.roles import HEAD

ROLE_BEFORE_NAMES = re.compile(rf"(?:^|(?<=[\s,;、/|(]))(?:{HEAD.pattern})")
LONGEST_NAME = 6
NAMES_OVER = re.compile(r"[\s、,/|()]|$")
LONGEST_REST = 18
LONGEST_PARTIAL = 60
SENTENCE = re.compile(r"[。!?…;“”\"]|,.*,")
LONGEST_TOKEN = 12


def line_in_part(text, known=frozenset()):
    """It begins with a role word set apart, or holds a role word with names behind it; the rest of it is doubtful."""
    if len(text) > LONGEST_PARTIAL or SENTENCE.search(text):
        return None
    opened, start = without_brackets(text), beginning(text)
    if leads_with_role(opened, start) or names_a_person(opened, start, known):
        return read_what_can_be(opened, start, known)
    return None


def leads_with_role(text, start):
    """记者 and then nothing but short words, as names are."""
    head = HEAD.match(text, start)
    if not head or not is_plain_role(head) or head.end() == len(text):
        return False
    tokens = re.split(r"[\s、,/|:()]+", text[head.end() :].strip())
    return all(2 <= len(token) <= LONGEST_TOKEN for token in tokens if token) and len(tokens[0]) <= LONGEST_NAME


def is_plain_role(head):
    """记者 with a space behind it; words that are also used otherwise (整理, 视频) have a mark behind them."""
    return bool(re.search(r"[:/|]$", head[0]) or (re.search("记者|通讯员|实习生", head["word"]) and head[0][-1] == " "))


def names_a_person(text, start, known):
    """Somewhere in the line a role word has names behind it, and they are over where a word is over."""
    for head in ROLE_BEFORE_NAMES.finditer(text, start):
        if not (is_plain_role(head) or re.search("记者|通讯员|实习生", head["word"])):
            continue
        found = read_credits(text, head.start(), None, known)
        is_sure = found and (found.credits or found.photographers) and not found.unsure
        if is_sure and NAMES_OVER.match(text, found.end) and len(text) - found.end <= LONGEST_REST:
            return True
    return False
