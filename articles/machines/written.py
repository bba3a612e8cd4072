"""JSON inside of HTML: whatever was typed, it ends no <script> and opens no other tag."""

import json

from django.utils.html import format_html
from django.utils.safestring import mark_safe

# Two characters more that end a line in scripts, though not in JSON.
DANGEROUS = {mark: f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}


def as_data_block(record):
    """A block of data and no script: the Content-Security-Policy lets it stand."""
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    for mark, escaped in DANGEROUS.items():
        text = text.replace(mark, escaped)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308 - see DANGEROUS


def filled(record):
    """Without what the paper does not know: an empty property says something else than none."""
    return {name: value for name, value in record.items() if value not in (None, "", [], {})}
