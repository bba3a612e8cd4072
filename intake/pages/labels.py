"""On which page of which day a manuscript stands: as its page head prints it, or as its file is called."""

import re
from datetime import date

PRINTED = re.compile(r"第\s*([A-Za-z]?\d{1,3})\s*版|(?<![A-Za-z0-9])([A-Za-z]?\d{2,3})\s*版")
NAMED = re.compile(r"版\s*[:：·•|｜/／\s]\s*([\u4e00-\u9fff·]{2,12})(?![\u4e00-\u9fff])")
DATE = re.compile(r"\d{4}[-_.年]?\d{1,2}[-_.月]?\d{1,2}日?")
IN_NAME = re.compile(r"(?<![A-Za-z0-9])([A-Za-z]?\d{2,3})(?![A-Za-z0-9])")
BETWEEN = r"\s*[-_./年月]\s*"
DAYS = (
    re.compile(rf"(?<!\d)((?:18|19|20)\d\d){BETWEEN}(\d\d?){BETWEEN}(\d\d?)(?!\d)"),
    re.compile(r"(?<!\d)((?:18|19|20)\d\d)(\d\d)(\d\d)(?!\d)"),
)
NO_NAMES = ("责任编辑", "责编", "编辑", "星期", "组版", "电话", "美编", "校对")


def label_of(manuscript, page_heads):
    """A02, or nothing."""
    if printed := printed_label(page_heads):
        return printed
    if manuscript.sheet and not manuscript.is_whole_file:
        return f"{manuscript.sheet.number:02}"
    labels = IN_NAME.findall(DATE.sub(" ", manuscript.name.rpartition(".")[0]))
    return labels[-1].upper() if labels else ""


def printed_label(page_heads):
    found = PRINTED.search("\n".join(page_heads))
    return padded(found[1] or found[2]) if found else ""


def name_of(page_heads):
    """工会, of 第02版：工会; or nothing."""
    found = NAMED.search("\n".join(page_heads))
    return found[1] if found and not found[1].startswith(NO_NAMES) else ""


def heads_of(manuscript, page_heads):
    """As the reading tells them, and as they stand on the page of a PDF."""
    blocks = manuscript.sheet.blocks if manuscript.sheet else ()
    return [*page_heads, *(block.text for block in blocks if block.kind == "page_head")]


def day_of(manuscript, page_heads):
    """The first day that the heads print, else the one of a page's file name; or None."""
    in_name = [manuscript.name] if manuscript.sheet else []
    return next(days_in("\n".join(page_heads)), None) or next(days_in("\n".join(in_name)), None)


def days_in(words):
    for parts in (found.groups() for form in DAYS for found in form.finditer(words)):
        try:
            yield date(*map(int, parts))
        except ValueError:
            continue


def label_behind(label, steps):
    """A04 is two behind A02."""
    section, number = (label[0], label[1:]) if label[:1].isalpha() else ("", label)
    return f"{section}{int(number) + steps:0{len(number)}}"


def padded(label):
    section, number = (label[0].upper(), label[1:]) if label[0].isalpha() else ("", label)
    return f"{section}{number.zfill(2)}"
