"""Where readers go from every page of the paper: the words of each way and its address."""

from functools import cache

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

PARTS = {
    "front_page": _("Front page"),
    "issue_calendar": _("All issues"),
    "region_index": _("Regions"),
    "corrections_page": _("Corrections"),
}
LISTS = {
    "issue_calendar": _("All issues"),
    "region_index": _("Regions"),
    "channel_index": _("Channels"),
    "column_index": pgettext_lazy("series", "Columns"),
    "tag_index": _("Tags"),
    "contributor_index": _("Contributors"),
    "corrections_page": _("Corrections"),
    "feed_index": _("Subscribe"),
    "submit_page": _("Hand in a story"),
}


# An address stays as long as the process lives, and looking twelve of them up costs more than printing them.
@cache
def parts_of_the_paper():
    """Below the masthead."""
    return ways(PARTS)


@cache
def lists_of_the_paper():
    """At the foot: every list, and the feeds."""
    return ways(LISTS)


def ways(names):
    return [(words, reverse(name)) for name, words in names.items()]
