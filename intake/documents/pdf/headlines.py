"""What kind each block is: headline, text, caption, or the head of the page."""

import re

HEADLINE = 1.3  # times the size of the text
SAME_SIZE = 0.9
ALMOST_HEADLINE = 1.12  # on a line of its own, wider than a column
LONGEST_HEADLINE = 120
LONGEST_CAPTION = 240
SMALL = 0.94
PAGE_HEAD = re.compile(
    r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|星期[一二三四五六日天]|^[A-Z]?\d{1,2}\s*版?$|第\s*\d+\s*版|第\d+期|责任?编辑?[:：]|责编|版式|校对|"
    r"投稿邮?箱|新闻热线|电子信箱|国内统一|邮发代号|本报地址|[本报]社址|邮政编码|广告热线|发行热线|订阅热线|零售价|印刷[:：]"
)
CAPTION = re.compile(
    r"^[△▲▼◆▶◀↑↓←→]|^(?:图为|图[一二三四五六①-⑨\d]|资料图)|摄(?:影)?\s*[）)]?\s*[。]?$|/摄\b|供图\s*[）)]?$|制图\s*[）)]?$"
)


def set_kinds(blocks, drawing, usual, sheet):
    column = column_width(blocks, usual)
    heads = [block for block in blocks if is_page_head(block, sheet)]
    for block in blocks:
        if any(block is head or is_in_row(block, head) for head in heads):
            block.kind = "page_head"
        elif is_headline(block, usual, column):
            block.kind = "headline"
        elif is_caption(block, drawing, usual):
            block.kind = "caption"


def column_width(blocks, usual):
    """The middle of the widths that lines of running text have."""
    widths = sorted(
        line.right - line.left
        for block in blocks
        if len(block.lines) > 2 and 0.85 < block.size / usual < 1.15
        for line in block.lines
    )
    return widths[len(widths) // 2] if widths else float("inf")


def is_page_head(block, sheet):
    near_edge = block.bottom < sheet.height * 0.11 or block.top > sheet.height * 0.95
    return near_edge and len(block.lines) <= 4 and bool(PAGE_HEAD.search(block.text))


def is_in_row(block, head):
    """The page's name beside its date."""
    return len(block.lines) < 3 and len(block.text) < 20 and block.level_with(head) > 0.5


def is_headline(block, usual, column):
    if block.upright:
        return block.size >= usual * ALMOST_HEADLINE
    if len(block.text) > LONGEST_HEADLINE or block.text.isdigit():
        return False
    if block.size >= usual * HEADLINE:
        return True
    return block.size >= usual * ALMOST_HEADLINE and len(block.lines) < 3 and block.width > 1.3 * column


def is_caption(block, drawing, usual):
    if len(block.text) > LONGEST_CAPTION:
        return False
    touches = any(is_beside(block, area, usual) for area, _ in drawing.pictures)
    looks_so = bool(CAPTION.search(block.text)) and len(block.lines) <= 6
    return looks_so or (touches and block.size < usual * SMALL)


def is_beside(block, picture, usual):
    """Below or above it within two lines, or at its side."""
    room = 2.5 * usual
    if block.beside(picture) > 0.5:
        return -room < block.top - picture.bottom < room or -room < picture.top - block.bottom < room
    return block.level_with(picture) > 0.8 and (
        abs(block.left - picture.right) < room or abs(picture.left - block.right) < room
    )


def parts_of(heads):
    """Of each line of a heading, in their order, which part it is: the largest is the headline."""
    largest = max((head.size for head in heads), default=0)
    own = [place for place, head in enumerate(heads) if head.size >= SAME_SIZE * largest]
    for place in range(len(heads)):
        yield "headline" if place in own else "kicker" if place < own[0] else "subheadline"
