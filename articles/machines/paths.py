"""Where a page stands in the paper: (name, path) for each step from the front page down to it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from articles.models.listing import Kind
from articles.on_pages.printing import printed_date
from desk.addresses import address, slugged

INDEXES = {
    Kind.REGION: ("region_index", gettext_lazy("Regions")),
    Kind.CHANNEL: ("channel_index", gettext_lazy("Channels")),
    Kind.COLUMN: ("column_index", pgettext_lazy("series", "Columns")),
    Kind.TAG: ("tag_index", gettext_lazy("Tags")),
    Kind.CONTRIBUTOR: ("contributor_index", gettext_lazy("Contributors")),
}


def path_to_issue(issue):
    day = " ".join(filter(None, [printed_date(issue.date), issue.edition_name]))
    return [*path_to_calendar(), (day, issue.get_absolute_url())]


def path_to_page(page):
    return [*path_to_issue(page.issue), (page.title, page.get_absolute_url())]


def path_to_region(region):
    above = [(one.name, one.get_absolute_url()) for one in region.self_and_ancestors()]
    return [*path_to_index(Kind.REGION), *above]


def path_to_index(kind):
    name, words = INDEXES[kind]
    return [home(), (str(words), address(name))]


def path_to_list(kind, record):
    if kind == Kind.REGION:
        return path_to_region(record)
    own = slugged("tag_page", record.slug) if kind == Kind.TAG else record.get_absolute_url()
    return [*path_to_index(kind), (record.name, own)]


def path_to_corrections():
    return [home(), (_("Corrections"), address("corrections_page"))]


def path_to_day(day):
    return [*path_to_calendar(), (printed_date(day), address("issue_page", day))]


def path_to_calendar():
    return [home(), (_("All issues"), address("issue_calendar"))]


def path_to_story(article, page):
    """Through the page that it was printed on; on the web alone through what it is filed under."""
    return [*(path_to_page(page) if page else filed(article)), (article.headline, article.get_absolute_url())]


def filed(article):
    label = article.column or article.channel
    return [home(), *([(label.name, label.get_absolute_url())] if label else [])]


def home():
    return (_("Front page"), address("front_page"))
