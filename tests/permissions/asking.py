"""What is asked at an address, what was answered, in the letters of the table, and what was written meanwhile."""

import re
from contextlib import contextmanager
from unittest import mock

from django.db import connection, transaction
from django.template.response import SimpleTemplateResponse

from newsroom.admin_site import NewsroomAdminSite
from tests.opened import opened

LOGIN, HOME = "/admin/login/", "/admin/"
REFUSED, GONE = (403, 404, 405), 410
VERBS = r"(?:INSERT|UPDATE|DELETE|REPLACE)"
WRITING = re.compile(rf"\s*(?:WITH\b.*?)?{VERBS}\b.*?\"(\w+)\"", re.I | re.S)
# A session is no record, nor when it was last seen.
NO_RECORDS = {"django_session", "desk_signin"}
# Pressed beside what a form holds, whatever it is.
PRESSED = {
    "_save": "1",
    "post": "yes",
    "asked": "1",
    "reason": "改过",
    "_act": "send_back",
    "_review": "pass",
    "opinion": "改过",
    "act": "end_all",
    "words": "改过",
    "_make": "1",
    "link-days": "7",
    "opening": "k" * 20,
    "_turn": "1",
    "_typed": "1",
    "date": "2023-03-09",
    "label": "07",
    "name": "改过",
}


@contextmanager
def writes():
    """The tables that are written to, but for sessions."""
    tables = set()

    def noted(execute, sql, params, many, context):
        found = WRITING.match(sql)
        if found:
            tables.add(found[1])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(noted):
        yield tables
    tables -= NO_RECORDS


@contextmanager
def unprinted():
    """Who is let in is decided before the page is printed with all around it, which is most of the work."""
    frame = mock.patch.object(NewsroomAdminSite, "each_context", nothing_around)
    with mock.patch.object(SimpleTemplateResponse, "rendered_content", ""), frame:
        yield


def nothing_around(_site, _request):
    """A function, as mock's own stand-in takes as long to be made as some pages."""
    return {}


@contextmanager
def undone():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def letter_of(response, address):
    where = response.get("Location", "")
    if response.status_code in REFUSED or where.startswith(LOGIN):
        return "."
    # Django leads home where there is no such record.
    if where == HOME and address != LOGIN and response.status_code == 302:
        return "."
    if response.status_code == GONE:
        return "x"
    return ">" if where else "r"


def is_taken(response, written, expected):
    """A 404 may be of what the form names."""
    if written or response.status_code not in (*REFUSED, 302):
        return True
    if response.status_code == 404:
        return expected == "w"
    return response.status_code == 302 and not response["Location"].startswith(LOGIN)


def form_in(response):
    """As whoever may do everything has it before them, with other words in it."""
    is_page = response.get("Content-Type", "").startswith("text/html") and not response.streaming
    held = opened(response) if is_page and response.status_code == 200 else {}
    changed = {name: f"{value}改" if name.split("-")[-1] in WORDS and value else value for name, value in held.items()}
    return {**PRESSED, **{name: value for name, value in changed.items() if name and value is not None}}


WORDS = ("name", "headline", "caption", "right", "text", "duty_editor", "username", "domain", "title", "slug")
