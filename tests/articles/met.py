"""What the page of a refused save says, as somebody reads it."""

import re

from django.utils.html import strip_tags

HIDDEN = re.compile(r'<span class="visually-hidden">[^<]*</span>')


def told(response):
    """The words of its section, in one line."""
    page = response.content.decode()
    section = page[page.index('<section class="clashes">') : page.index("</section>", page.index('class="clashes"'))]
    return " ".join(strip_tags(HIDDEN.sub("", section)).split())
