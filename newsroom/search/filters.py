"""What a search is narrowed to: how it is shown, how it stands in the address, and what the index calls it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.on_pages.machines import issue_title
from articles.on_pages.printing import printed_date


@dataclass(frozen=True)
class Filter:
    name: str  # in the address
    value: str  # in the address
    words: str  # shown
    token: str = ""  # of the index; days have none


def filters_of(answers):
    """Of a form's clean answers, in the order in which the page shows them."""
    given = [(name, answers.get(name)) for name in SAID]
    return [SAID[name](answer) for name, answer in given if answer]


def of_region(region):
    return Filter("region", region.code, region.name, f"region:{region.code}")


def since(day):
    return Filter("from", day.isoformat(), _("from %(day)s") % {"day": printed_date(day)})


def until(day):
    return Filter("to", day.isoformat(), _("until %(day)s") % {"day": printed_date(day)})


def of_channel(channel):
    return Filter("channel", channel.slug, channel.name, f"channel:{channel.pk}")


def of_column(column):
    return Filter("column", column.slug, column.name, f"column:{column.pk}")


def by_contributor(contributor):
    return Filter("contributor", str(contributor.pk), contributor.name, f"contributor:{contributor.pk}")


def about_tag(tag):
    return Filter("tag", tag.slug, tag.name, f"tag:{tag.pk}")


def in_issue(issue):
    address = "-".join(filter(None, [issue.date.isoformat(), issue.edition]))
    return Filter("issue", address, _("issue of %(day)s") % {"day": issue_title(issue)}, f"issue:{issue.pk}")


def on_page(label):
    return Filter("page", label, f"第{label}版", f"page:{label}")


def with_photo(_answer):
    return Filter("photo", "1", _("With a photo"), "photo:1")


SAID = {
    "region": of_region,
    "since": since,
    "until": until,
    "channel": of_channel,
    "column": of_column,
    "contributor": by_contributor,
    "tag": about_tag,
    "issue": in_issue,
    "page": on_page,
    "photo": with_photo,
}
