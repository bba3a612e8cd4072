"""The door before Django: who asks for a page that is kept gets it here, before a session or a view is touched."""

from django.conf import settings

from desk.tracing import number_of
from pagecache.answering import send
from pagecache.asking import Asking
from pagecache.pages import Pages
from pagecache.release import fingerprint
from pagecache.tally import figures
from pagecache.turns import Turns
from pagecache.visits import VISIT, Visit

HERE = []  # of a server's process one, of the tests' as many as they make


class Front:
    """A WSGI application around Django's."""

    def __init__(self, application):
        self.application = application
        self.asking = Asking()
        self.pages = Pages(fingerprint())
        self.turns = Turns()
        self.is_number_trusted = settings.TRUST_REQUEST_ID

    def __call__(self, environ, start_response):
        address = self.asking.address(environ)
        if address is None:
            return self.application(environ, start_response)
        page, sight = self.pages.find(address)
        if page is not None:
            return send(page, environ, self.numbered(environ, start_response))
        if sight is not None and environ["REQUEST_METHOD"] == "GET":
            environ[VISIT] = Visit(self.pages, self.turns, sight)
        return self.application(environ, start_response)

    def numbered(self, environ, start_response):
        """A hit has its number as well. It is in no log of ours: the web server in front writes that line."""
        number = number_of(environ.get("HTTP_X_REQUEST_ID"), self.is_number_trusted)

        def start(status, headers):
            return start_response(status, [*headers, ("X-Request-ID", number)])

        return start


def with_kept_pages(application):
    """A page in the making is for the eyes of whoever makes it: nothing is kept with DEBUG."""
    if settings.PAGE_CACHE == "off" or settings.DEBUG:
        return application
    HERE.append(Front(application))
    return HERE[-1]


def release():
    """Of the program whose pages this process keeps; empty where nothing is kept."""
    return HERE[-1].pages.release[:12] if HERE else ""


def figures_of_process():
    """Hits, misses and what lies in memory (pagecache.tally); empty where nothing is kept."""
    return figures(HERE[-1].pages) if HERE else {}
