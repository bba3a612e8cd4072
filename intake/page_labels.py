"""On which page a manuscript stands: as its page head prints it, or as its file is called."""

import re

PRINTED = re.compile(r"第\s*([A-Za-z]?\d{1,3})\s*版")
DATE = re.compile(r"\d{4}[-_.年]?\d{1,2}[-_.月]?\d{1,2}日?")
IN_NAME = re.compile(r"(?<![A-Za-z0-9])([A-Za-z]?\d{2,3})(?![A-Za-z0-9])")


def label_of(manuscript, page_heads):
    """A02, or nothing."""
    if printed := PRINTED.search("\n".join(page_heads)):
        return padded(printed[1])
    if manuscript.sheet and not manuscript.is_whole_file:
        return f"{manuscript.sheet.number:02}"
    labels = IN_NAME.findall(DATE.sub(" ", manuscript.name.rpartition(".")[0]))
    return labels[-1].upper() if labels else ""


def label_behind(label, steps):
    """A04 is two behind A02."""
    section, number = (label[0], label[1:]) if label[:1].isalpha() else ("", label)
    return f"{section}{int(number) + steps:0{len(number)}}"


def padded(label):
    section, number = (label[0].upper(), label[1:]) if label[0].isalpha() else ("", label)
    return f"{section}{number.zfill(2)}"
