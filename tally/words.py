"""What the pages of the statistics call periods, measures and the lines of a table."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

MEASURES = {
    "stories": pgettext_lazy("printed", "stories"),
    "photos": pgettext_lazy("printed", "photos"),
    "length": gettext_lazy("length"),
}


def parts_of_a_year():
    return [
        ("", _("the whole year")),
        (_("quarters"), [(f"q{number}", quarter_words(number)) for number in range(1, 5)]),
        (_("months"), [(str(number), month_words(number)) for number in range(1, 13)]),
    ]


def quarter_words(number):
    return [_("1st quarter"), _("2nd quarter"), _("3rd quarter"), _("4th quarter")][number - 1]


def month_words(number):
    return _("month %(number)d") % {"number": number}


def period_words(period):
    """2023年3月, 2023年第1季度, 2023年; of other days the first and the last."""
    said = {"year": period.first.year, "number": (period.first.month + 2) // 3}
    if period.kind == "month":
        return date_format(period.first, "YEAR_MONTH_FORMAT")
    if period.kind == "quarter":
        return _("quarter %(number)d of %(year)d") % said
    if period.kind == "year":
        return _("year %(year)d") % said
    return days_words(period)


def days_words(period):
    if period.first == period.last:
        return date_format(period.first)
    return f"{date_format(period.first)}—{date_format(period.last)}"


def number_words(number, signed=False):
    """1,234; of a share with two places after the point; with its sign where it says by how much. None is nothing."""
    if number is None:
        return ""
    sign = "+" if signed else ""
    return format(int(number), f"{sign},d") if number == int(number) else format(float(number), f"{sign},.2f")


def share_words(share):
    """1/2; of all of it nothing."""
    return "" if share == 1 else f"{share.numerator}/{share.denominator}"
