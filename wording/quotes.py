"""Straight quotation marks become curly ones, paired within a paragraph; marks that do not pair are left alone."""

import re

from wording.marks import CJK

HAS_CHINESE = re.compile(f"[{CJK}]")
DOUBLE = re.compile('["“”]')
SINGLE = re.compile("['‘’]")
MEASURE = re.compile(r"(?<=\d)['\"]")  # 5'10"
APOSTROPHE = re.compile(r"(?<=[A-Za-z0-9])'(?=[A-Za-z])|(?<=s)'(?= [A-Za-z])")


def curl_quotes(text):
    if '"' not in text and "'" not in text:
        return text
    return "\n".join(curl_line(line) for line in text.split("\n"))


def curl_line(line):
    if not HAS_CHINESE.search(line):
        return line
    return curl(curl(line, DOUBLE, "“”"), SINGLE, "‘’")


def curl(line, marks, pair):
    """Straight and curly marks open and close in turn. When the turns do not come out even, nothing is guessed."""
    latin = {found.start() for found in APOSTROPHE.finditer(line)}
    characters, is_open = list(line), False
    for found in marks.finditer(line):
        at, mark = found.start(), found[0]
        if at in latin or (not is_open and is_measure(line, at)):
            continue
        if mark in pair and (mark == pair[1]) != is_open:
            return line
        characters[at] = pair[is_open]
        is_open = not is_open
    return line if is_open else "".join(characters)


def is_measure(line, at):
    """After a digit and before no Chinese a straight mark is feet or inches, and opens no quotation."""
    return bool(MEASURE.match(line, at)) and not HAS_CHINESE.match(line[at + 1 : at + 2])
