"""A photo's caption on a line of its own, told by its first words, its arrow, or the credit behind it."""

import re

from bylines.finding import at_tail
from bylines.names import HAN

LONGEST_CAPTION = 110
NUMBER = "[①-⑳\\d一二三四五六]"
SIGNS = re.compile(
    rf"(?:[上下左右]?图|[大小]图|题图|图片|照片)(?:{NUMBER}+)?[为:]|图[①-⑳\d][:\s]?|[(\[]图\s?{NUMBER}+[)\]:]"
    rf"|图片?说明[:\s]|[{HAN}\s]{{4,40}}\s资料图|[▲△▼▽◀◁←↑↓↖↗↘↙]\s*(?=\S)"
)
WHO_STANDS_WHERE = re.compile(
    r"\((?:[前后]排)?(?:左|右|中|居中|前排|后排)[一二三四五六七八九]?(?:起|、[左右][一二三四五])?\)|\(无人机照片\)"
)
ARROW = re.compile(r"[▲△▼▽◀◁▶►▷←→↑↓↖↗↘↙\s]*")  # points at the picture, and is no word of the caption
FEW_WORDS = re.compile(rf"(?!.*(?:记者|通讯员|编辑))[▶►▷→\s]*[{HAN}\w“”《》、,()·-][{HAN}\w“”《》、,()·\s-]{{2,60}}")


def is_marked(text):
    return len(text) <= LONGEST_CAPTION and bool(SIGNS.match(text) or WHO_STANDS_WHERE.search(text))


def credit_behind(text, known=frozenset()):
    """夜校上课现场 记者 林岚 摄: who took the picture of a few words without a full stop."""
    found = at_tail(text, known) if len(text) <= LONGEST_CAPTION else None
    is_short = found and found.start and FEW_WORDS.fullmatch(text[: found.start].strip())
    return pictured(found) if is_short and is_of_picture(found.line) else None


def is_of_picture(line):
    """摄影报道 under a picture names no writers of the story."""
    pictured = {credit.name for credit in line.photographers}
    return bool(pictured or line.image_source) and all(credit.name in pictured for credit in line.credits)


def pictured(found):
    """The credit of a picture alone."""
    return found and found._replace(line=found.line._replace(credits=()))
