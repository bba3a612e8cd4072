"""Where a page stands in the paper: (name, path) for each step from the front page down to it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from articles.templatetags.printing import printed_date


def path_to_issue(issue):
    day = " ".join(filter(None, [printed_date(issue.date), issue.edition_name]))
    return [home(), (_("All issues"), reverse("issue_calendar")), (day, issue.get_absolute_url())]


def path_to_page(page):
    return [*path_to_issue(page.issue), (page.title, page.get_absolute_url())]


def path_to_region(region):
    above = [(one.name, one.get_absolute_url()) for one in region.self_and_ancestors()]
    return [home(), (_("Regions"), reverse("region_index")), *above]


def path_to_story(article, page):
    """Through the page that it was printed on; on the web alone through what it is filed under."""
    return [*(path_to_page(page) if page else filed(article)), (article.headline, article.get_absolute_url())]


def filed(article):
    label = article.column or article.channel
    return [home(), *([(label.name, label.get_absolute_url())] if label else [])]


def home():
    return (_("Front page"), reverse("front_page"))
