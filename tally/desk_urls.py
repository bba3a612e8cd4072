"""The statistics' pages at the desk."""

from django.urls import path

from tally.views.files import tally_file
from tally.views.page import tally
from tally.views.statements import tally_statement, tally_statements
from tally.views.stories import tally_stories


def tally_urls(wrap):
    return [
        path("tally/", wrap(tally), name="tally"),
        path("tally/stories/", wrap(tally_stories), name="tally_stories"),
        path("tally/files/<slug:code>/", wrap(tally_file), name="tally_file"),
        path("tally/statements/", wrap(tally_statements), name="tally_statements"),
        path("tally/statements/<int:pk>/<int:year>/", wrap(tally_statement), name="tally_statement"),
    ]
