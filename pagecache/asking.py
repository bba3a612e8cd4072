"""Which page a request asks for: one address for all that get the same page, or none where nobody's page will do."""

import re
from urllib.parse import parse_qsl, urlencode

from django.conf import settings

LONGEST_QUERY = 300


class Asking:
    """Reads requests by the settings as they are when the server starts."""

    def __init__(self):
        # Messages to a colleague may lie in a cookie of their own.
        self.cookies = (settings.SESSION_COOKIE_NAME, "messages")
        self.passes = tuple(settings.PAGE_CACHE_PASSES)
        self.queries = {name: re.compile(values) for name, values in settings.PAGE_CACHE_QUERIES.items()}
        header, self.secure = settings.SECURE_PROXY_SSL_HEADER or ("", "")
        self.proxy = header
        self.host = "HTTP_X_FORWARDED_HOST" if settings.USE_X_FORWARDED_HOST else "HTTP_HOST"

    def address(self, environ):
        """Without a fragment of the request that a view might read beyond it: a session, a login."""
        path = environ["PATH_INFO"]
        host = environ.get(self.host) or environ.get("HTTP_HOST")
        if not host or environ["REQUEST_METHOD"] not in ("GET", "HEAD") or path.startswith(self.passes):
            return None
        cookie = environ.get("HTTP_COOKIE")
        if cookie and any(name in cookie for name in self.cookies):
            return None
        if "HTTP_AUTHORIZATION" in environ:
            return None
        query = environ.get("QUERY_STRING", "")
        if query:
            query = self.query(query)
            if query is None:
                return None
        return f"{self.scheme(environ)}://{host.lower()}{environ.get('SCRIPT_NAME', '')}{path}?{query}"

    def scheme(self, environ):
        """As Django sees it (HttpRequest.scheme)."""
        said = environ.get(self.proxy) if self.proxy else None
        if said is None:
            return environ["wsgi.url_scheme"]
        return "https" if said.split(",")[0].strip() == self.secure else "http"

    def query(self, text):
        """In one order, without what no page reads: an advertiser's or WeChat's own, or a value that none of our links
        has. None where it is too long to be one of ours."""
        if len(text) > LONGEST_QUERY:
            return None
        asked = dict(parse_qsl(text))  # of two with one name a view reads the last
        read = {name: asked[name] for name, values in self.queries.items() if values.fullmatch(asked.get(name, ""))}
        return urlencode(sorted(read.items()))


def narrowed(address, names):
    """The same without the queries that a page is not kept by."""
    path, _mark, query = address.rpartition("?")
    return f"{path}?{urlencode([pair for pair in parse_qsl(query) if pair[0] in names])}"


def query_of(address):
    """The last question mark is the one: a path may have others, and a query in our order has none."""
    return address.rpartition("?")[2]
