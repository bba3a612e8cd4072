"""What is said to caches before the web server that take purges: by which keys, and how long, they may keep a page."""

import time
from base64 import urlsafe_b64encode

from django.conf import settings

from pagecache.names import number_of

BYTES = 6  # of a key: of a million names hardly two have the same, and those are purged together
MOST = 7_000  # characters of one header; Varnish takes 8,192
WHILE_AWAY = 24 * 3600  # seconds that a page may outlive its age while the newsroom does not answer
KEYS = "Surrogate-Key"


def key_of(name):
    return urlsafe_b64encode(number_of(name).to_bytes(8, signed=True)[:BYTES]).decode()


def keys_of(names):
    return sorted(map(key_of, names))


def for_others(page):
    """With the keys by which others may keep it too. One that shows too much for a header is kept here only."""
    keys = " ".join(keys_of(page.names)) if settings.PAGE_CACHE_PURGE else ""
    return page._replace(headers=[*page.headers, [KEYS, keys]]) if 0 < len(keys) <= MOST else page


def control(page):
    """Until the moment that the clock changes it, and then not a second longer: that may be an embargo or an expiry."""
    if not settings.PAGE_CACHE_PURGE or not any(name == KEYS for name, _value in page.headers):
        return []
    said = f"max-age={max(0, int(page.fresh_until - time.time()))}"
    if page.fresh_until >= page.rendered_at + settings.PAGE_CACHE_SECONDS:  # it is only its age
        said += f", stale-if-error={WHILE_AWAY}"
    return [("Surrogate-Control", said)]
