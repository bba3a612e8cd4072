"""
The templates of readers' pages are Jinja2's: compiled to Python once a process, they set a page in a fraction of the
time that Django's take. The desk's, in templates/admin/, are Django's like those of the admin that they extend.
"""

from django.conf import settings
from django.template import defaultfilters
from django.templatetags.static import static
from django.utils import html
from django.utils.safestring import mark_safe
from django.utils.timezone import template_localtime  # type: ignore[attr-defined]
from jinja2 import Environment, FileSystemLoader, TemplateNotFound

from articles.machines.moments import with_zone
from articles.on_pages import colophon, drawing, machines, printing, rows, sharing, typesetting
from desk.addresses import address
from desk.square_code import square_code
from desk.tracing import number_under_way
from media.templatetags import pictures
from newsroom.look import sheet_address
from newsroom.reader_templates.nothing import Nothing
from newsroom.reader_templates.translating import Translating
from newsroom.search import words_marked
from newsroom.ways import lists_of_the_paper, parts_of_the_paper

DESK = "admin/"

# What a template asks of whatever page it frames, and only some pages are given.
FOR_SOME_PAGES = ["asked", "before", "link", "number", "older", "preview", "steps"]


class ReadersLoader(FileSystemLoader):
    """Whatever it does not find Django's engine is asked for, which comes after it in the settings."""

    def get_source(self, environment, template):
        if template.startswith(DESK):
            raise TemplateNotFound(template)
        return super().get_source(environment, template)


def environment(**options):
    """As Django's backend asks for it: autoescape is on, and files are looked at again in DEBUG only."""
    options |= {"loader": ReadersLoader(settings.BASE_DIR / "templates"), "undefined": Nothing, "cache_size": -1}
    made = Environment(extensions=[Translating], trim_blocks=True, lstrip_blocks=True, **options)  # noqa: S701
    made.globals |= dict.fromkeys(FOR_SOME_PAGES) | FUNCTIONS
    made.filters |= FILTERS
    return made


def with_query(request, **changed):
    """The page's own address with an answer set anew, or taken out of it by None."""
    query = request.GET.copy()
    for name, value in changed.items():
        query.pop(name, None)
        if value is not None:
            query[name] = value
    return f"?{query.urlencode()}"


def date(moment, form):
    return defaultfilters.date(template_localtime(moment), form)


def paragraphs(text):
    """Django's filter leaves it to its own templates to know that this is markup."""
    return mark_safe(html.linebreaks(text, autoescape=True))  # noqa: S308 - escaped in the call


FUNCTIONS = {
    "ai_label": machines.ai_label,
    "byline": printing.byline,
    "drawn": drawing.drawn,
    "front_words": machines.front_words,
    "issue_words": machines.issue_words,
    "lists_of_the_paper": lists_of_the_paper,
    "marked_units": words_marked.marked_units,
    "marked_words": words_marked.marked_words,
    "own_address": machines.own_address,
    "page_words": machines.page_words,
    "paper_told": machines.paper_told,
    "parts_of_the_paper": parts_of_the_paper,
    "path_told": machines.path_told,
    "photo_credit": printing.photo_credit,
    "picture": pictures.picture,
    "quotation": sharing.quotation,
    "request_number": number_under_way,
    "sheet_address": sheet_address,
    "square_code": square_code,
    "static": static,
    "steps_told": machines.steps_told,
    "story_row": rows.story_row,
    "story_told": machines.story_told,
    "url": address,
    "whole_address": machines.whole_address,
    "with_query": with_query,
    "words_around": words_marked.words_around,
}
FILTERS = {
    "date": date,
    "day_told": printing.day_told,
    "excerpt": printing.excerpt,
    "facts": colophon.facts,
    "filesizeformat": defaultfilters.filesizeformat,
    "iriencode": defaultfilters.iriencode,
    "issue_title": machines.issue_title,
    "joined": printing.joined,
    "leading_picture": printing.leading_picture,
    "linebreaks": paragraphs,
    "page_title": machines.page_title,
    "place_in_print": printing.place_in_print,
    "printed_date": printing.printed_date,
    "running_number": printing.running_number,
    "shown_as": pictures.shown_as,
    "truncatechars": defaultfilters.truncatechars,
    "unbroken": typesetting.unbroken,
    "urlencode": defaultfilters.urlencode,
    "weekday": printing.weekday,
    "with_zone": with_zone,
}
