"""Half-width marks beside Chinese become full-width ones; numbers, addresses and Latin sentences keep theirs."""

import re

CJK = "\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u31c0-\u31ef\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
WIDE = {",": "，", ".": "。", "?": "？", "!": "！", ":": "：", ";": "；"}
CLOSERS = "，。？！：；、”’》〉）】」』…—％%·"
OPENERS = "“‘《〈（【「『"
BEFORE = re.compile(f"[{CJK}{CLOSERS}]")
AFTER = re.compile(f"[{CJK}{OPENERS}]")
# Chinese whatever the marks become: Han, and the marks that no rule about half-width marks ever makes.
CERTAIN = re.compile(f"[{CJK}“”‘’《》〈〉「」『』【】、]")

# What a mark belongs to rather than separates: web and mail addresses, without the mark that ends the sentence.
ADDRESS = re.compile(r"(?:https?://|www\.)[\x21-\x7e]*[\w/]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
MARK = re.compile(r"(?P<mark>[,.?!:;])(?P<space> ?)")
LIST_NUMERAL = re.compile(r"(?:\A|[\n ])[一二三四五六七八九十]{1,3}\Z")  # 一.增收: the mark of a list, no full stop
BRACKET = re.compile(r"[()\n]")


def widen_marks(text):
    return outside_addresses(text, widen_between)


def outside_addresses(text, rule):
    pieces, end = [], 0
    for address in ADDRESS.finditer(text):
        pieces += [rule(text, end, address.start()), address[0]]
        end = address.end()
    return "".join([*pieces, rule(text, end, len(text))])


def widen_between(text, start, end):
    pieces, last = [], ""
    for found in MARK.finditer(text, start, end):
        before = last if found.start() == start and last else text[found.start() - 1 : found.start()]
        pieces.append(text[start : found.start()])
        is_list = found["mark"] == "." and LIST_NUMERAL.search(text[max(found.start() - 4, 0) : found.start()])
        if not is_list and belongs_to_chinese(found["mark"], before, text[found.end() : found.end() + 1]):
            pieces.append(last := WIDE[found["mark"]])
        else:
            pieces.append(found[0])
            last = ""
        start = found.end()
    return "".join([*pieces, text[start:end]])


def belongs_to_chinese(mark, before, after):
    """A full stop, ? or ! ends what stands before it; a comma or colon may also lead into Chinese."""
    if mark == "." and after.isascii() and after.isalnum():
        return False
    if before.isdigit() and after.isdigit():
        return False
    if BEFORE.match(before):
        return True
    return mark in ",:;" and before not in ("", "\n", " ") and bool(AFTER.match(after))


def widen_parentheses(text):
    """A pair is widened when Chinese touches it on any of its four sides, so that both ends always match."""
    wide = list(wide_brackets(text))
    if not wide:
        return text
    characters = list(text)
    for position in wide:
        characters[position] = "（" if characters[position] == "(" else "）"
    return "".join(characters)


def wide_brackets(text):
    opened = []
    for found in BRACKET.finditer(text):
        position = found.start()
        if found[0] == "(":
            opened.append(position)
        elif found[0] == ")" and opened:
            pair = opened.pop(), position
            if any(touches_chinese(text, end, end + 1) for end in pair):
                yield from pair
        else:
            lone = [*opened, position] if found[0] == ")" else opened
            yield from (end for end in lone if touches_chinese(text, end, end + 1))
            opened = []
    yield from (end for end in opened if touches_chinese(text, end, end + 1))


def touches_chinese(text, start, end):
    return bool(CERTAIN.search(text[max(start - 1, 0) : start] + text[end : end + 1]))
