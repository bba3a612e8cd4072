"""
Addresses that pages name by the hundred. reverse() goes through all patterns of a name for each of them; here it is
asked once for a name where they differ by a number or a word only, and else once for an address.
"""

from functools import cache, lru_cache
from urllib.parse import quote

from django.conf import settings
from django.urls import get_script_prefix, get_urlconf, reverse

PLACE = 987654321  # where the number or the word goes: as long as the longest code of a region


def numbered(name, number):
    """What reverse(name, args=[number]) says, of a number or a code of digits."""
    if not number:
        return reverse(name, args=[number])  # of a record that is not saved: it knows what to raise
    before, after = _around(name, get_script_prefix(), get_urlconf(settings.ROOT_URLCONF))
    return f"{before}{number}{after}"


def slugged(name, slug):
    """The same of a slug, in any script."""
    return numbered(name, quote(slug))


def address(name, *parts):
    """What reverse(name, args=parts) says: a page leads to the same few again and again."""
    return _address(name, parts, get_script_prefix(), get_urlconf(settings.ROOT_URLCONF))


@lru_cache(2048)
def _address(name, parts, _prefix, urlconf):
    return reverse(name, args=parts, urlconf=urlconf)


@cache
def _around(name, _prefix, urlconf):
    before, _place, after = reverse(name, args=[PLACE], urlconf=urlconf).partition(str(PLACE))
    return before, after
