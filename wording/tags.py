"""Tags as they are typed in one line: 工会，安全生产、劳模. A space is part of a tag: 新时代 枫桥."""

import re

BETWEEN = re.compile(r"[，,、；;\r\n]")


def split_tags(line):
    """Each tag once, in the order of the alphabet, since no tag is before another."""
    words = (" ".join(part.split()) for part in BETWEEN.split(line))
    return sorted({word for word in words if word})


def join_tags(names):
    return "，".join(sorted(names))
