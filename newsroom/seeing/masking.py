"""What no log may keep: a telephone, a mail address, a secret, the key in an address that lets whoever has it in."""

import re

HIDDEN = "***"
RULES = [
    # Previews, own pages, files under random keys: the path itself is the key.
    (re.compile(r"(/(?:preview|my|files)/)[^/\s?\"'<>]+"), rf"\1{HIDDEN}"),
    # What is asked for: words of a search, cursors, signatures.
    (re.compile(r"(/[^\s?\"'<>]*)\?[^\s\"'<>]+"), rf"\1?{HIDDEN}"),
    (re.compile(r"(?i)(://[^/\s:@]*:)[^@\s/]+@"), rf"\1{HIDDEN}@"),
    (
        re.compile(
            r"(?i)\b((?:[\w-]*(?:password|passwd|secret|token|signature|api_?key|sessionid))\"?'?\s*[=:]\s*)[^\s,;&]+"
        ),
        rf"\1{HIDDEN}",
    ),
    (re.compile(r"(?i)\b(authorization:?\s+\w+|bearer)\s+\S+"), rf"\1 {HIDDEN}"),
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), HIDDEN),
    (re.compile(r"(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)"), HIDDEN),
    # The number of an identity card.
    (re.compile(r"(?<!\d)[1-9]\d{5}(?:19|20)\d{9}[\dXx](?!\d)"), HIDDEN),
]
LITERAL = re.compile(r"'(?:[^']|'')*'|\b\d{5,}\b")
LONGEST = 2000


def masked(text):
    for rule, instead in RULES:
        text = rule.sub(instead, text)
    return text


def masked_sql(sql):
    """Values travel beside the statement and are never looked at; some stand in it nevertheless."""
    return LITERAL.sub("?", " ".join(sql[: LONGEST * 2].split()))[:LONGEST]
