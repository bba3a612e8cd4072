"""
What is said when a page cannot be: to readers in the paper's design, to colleagues at the desk's, each with the number
that the log knows the request by. What may stand for a failure of ours asks nothing of the database.
"""

import logging
import sys

import django.db
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy

from desk.tracing import number_under_way
from newsroom.limits import refusal
from newsroom.no_room import why_unwritten

logger = logging.getLogger(__name__)

DESK = "/admin/"
AGAIN = gettext_lazy("Please come back in a moment.")
# Status: heading and words. What a view has said itself stands.
SAID = {
    400: (gettext_lazy("The request cannot be understood"), gettext_lazy("Please begin again from the front page.")),
    403: (gettext_lazy("Not for every desk"), gettext_lazy("You may not open this page. Ask the editor on duty.")),
    404: (
        gettext_lazy("Nothing is printed here"),
        gettext_lazy("The address may be mistyped, or the story is not out yet."),
    ),
    405: (
        gettext_lazy("It is not done in this way"),
        gettext_lazy("This address does not take what the browser wants to do with it."),
    ),
    413: (
        gettext_lazy("That is too much at once"),
        gettext_lazy("What was sent is larger than the server takes. Send less, or in parts."),
    ),
    414: (
        gettext_lazy("The address is too long"),
        gettext_lazy("Open the page by its own link, or search for fewer words."),
    ),
    429: (gettext_lazy("Too often in a short time"), gettext_lazy("Please wait a little, and then try again.")),
    500: (
        gettext_lazy("The presses have stopped"),
        gettext_lazy("Something went wrong on our side. Please come back in a moment."),
    ),
    503: (gettext_lazy("The newsroom is busy"), AGAIN),
}
RAN_OUT = (
    gettext_lazy("The form has run out"),
    gettext_lazy("Go back in the browser, load the page again, and send the form once more."),
)
AT_THE_DESK = {
    404: (gettext_lazy("There is nothing here"), gettext_lazy("It may have been deleted, or the address is mistyped.")),
}
NO_DATABASE = gettext_lazy("The database does not answer.")
RETRY_AFTER = 5  # seconds


class TroubleMiddleware:
    """Answers that say nothing but their status get their page."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if too_much := refusal(request.META):  # before a page is begun, in the midst of which more would be asked
            return trouble(too_much)
        response = self.get_response(request)
        if response.status_code in (405, 413, 429, 503) and not response.streaming and not response.content:
            response.content = standing_page(response.status_code)
            response.headers["Content-Type"] = "text/html; charset=utf-8"
            if response.has_header("Content-Length"):
                response.headers["Content-Length"] = str(len(response.content))
        return response


def standing_page(status, said=None):
    """The page that asks nothing of anybody."""
    heading, words = said or SAID[status]
    return render_to_string("trouble.html", {"heading": heading, "words": words})


def trouble(status, said=None):
    return HttpResponse(standing_page(status, said), status=status)


def desk_page(request, status, said=None):
    """In the desk's own frame, for whoever is signed in; None where it cannot be."""
    if not request.path.startswith(DESK):
        return None
    try:
        if not request.user.is_staff:
            return None
        heading, words = said or AT_THE_DESK.get(status) or SAID[status]
        context = {**admin.site.each_context(request), "title": heading, "words": words, "number": number_under_way()}
        return HttpResponse(render_to_string("admin/trouble.html", context, request), status=status)
    except Exception:
        logger.exception("The desk's page for a failure failed itself.")
        return None


def bad_request(request, exception):
    """What is more than the server takes is refused before anything can read it: it still stands in the browser, and
    the page says so."""
    if isinstance(exception, TooManyFilesSent):
        most = {"most": settings.DATA_UPLOAD_MAX_NUMBER_FILES}
        return HttpResponse(render_to_string("too_many_files.html", most), status=400)
    if isinstance(exception, RequestDataTooBig) or (
        isinstance(exception, TooManyFieldsSent) and request.method == "POST"
    ):
        return HttpResponse(render_to_string("too_large.html"), status=413)
    return trouble(400)


def forbidden(request, exception=None):
    return desk_page(request, 403) or in_the_paper(request, "403.html", 403)


def not_found(request, exception=None):
    return desk_page(request, 404) or in_the_paper(request, "404.html", 404)


def in_the_paper(request, template, status):
    """With the paper's masthead and ways on; without them where the database does not answer."""
    try:
        return HttpResponse(render_to_string(template, request=request), status=status)
    except django.db.Error:
        return trouble(status)


def server_error(request):
    """A database that does not answer is no fault of the page: caches in front may go on with what they have."""
    problem = sys.exc_info()[1]
    if why := why_unwritten(problem):
        response = words_kept(request, why) or desk_page(request, 503, (SAID[503][0], why)) or trouble(503)
        response.headers["Retry-After"] = str(RETRY_AFTER)
        return response
    if isinstance(problem, (django.db.OperationalError, django.db.InterfaceError)):
        response = words_kept(request, NO_DATABASE) or trouble(503)
        response.headers["Retry-After"] = str(RETRY_AFTER)
        return response
    return HttpResponse(render_to_string("500.html"), status=500)


def words_kept(request, why):
    """The form of a colleague that could not be saved, with all that was typed; None where nothing was."""
    from newsroom.kept import typed_words  # which imports this module

    if request.method != "POST" or not request.path.startswith(DESK) or request.path == reverse("admin:login"):
        return None
    try:
        typed = typed_words(request)
    except (SuspiciousOperation, MultiPartParserError, OSError):  # too much of it, or broken off: nothing to be read
        return None
    return typed and HttpResponse(render_to_string("words_kept.html", {"typed": typed, "why": why}), status=503)


def form_ran_out(request):
    """A form that came without its token, or with an old one."""
    return desk_page(request, 403, RAN_OUT) or trouble(403, RAN_OUT)
