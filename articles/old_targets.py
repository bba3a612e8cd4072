"""Where a row of an old list leads: to a story, a page or an issue that is out, or to nothing, with the reason why."""

import re
from datetime import date

from django.utils.translation import gettext as _

from articles.models import Article, Issue, Placement
from articles.old_order import kind_of, label_in
from wording.folding import fold

# 2023-03/02 of /html/2023-03/02/content_123.htm, 20230302 and 2023-03-02 of others.
DAY_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d{2})[-/]?(\d{2})[-/]?(\d{2})(?!\d)")
NOT_WORDS = re.compile(r"[\W_]+")


class Unmatched(Exception):  # noqa: N818 - said of a row
    """Why a row leads nowhere."""


def target(row, days):
    if number := row.get("id"):
        return story_numbered(number)
    return page_target(row, days) if kind_of(row) == "node" else story_target(row, days)


def story_target(row, days):
    label, headline = row.get("page", "").strip("第版"), row.get("headline")
    stories = days.on_page(row, label)
    if headline:
        return only({placed.article_id: placed.article for placed in stories if same(placed.article, headline)})
    if kind_of(row) and (story := days.order.counterpart(row, [placed.article for placed in stories])):
        return story.get_absolute_url()
    return page_or_issue(row, label, stories)


def page_target(row, days):
    """By its label, by its title (第02版：工会, or 工会 alone), or by its place in the order."""
    title = row.get("headline", "")
    if label := row.get("page", "").strip("第版") or label_in(title):
        return page_or_issue(row, label, days.on_page(row, label))
    pages = list({placed.page_id: placed.page for placed in days.on_page(row, "")}.values())
    if title:
        return only({page.pk: page for page in pages if letters(page.name) == letters(title)})
    issue = [pages[0].issue] if pages else []
    found = days.order.counterpart(row, pages, before=issue) if kind_of(row) else None
    return found.get_absolute_url() if found else page_or_issue(row, "", [])


def page_or_issue(row, label, stories):
    if label:
        return only({placed.page_id: placed.page for placed in stories})
    return only({issue.pk: issue for issue in Issue.objects.published().filter(date=day_of(row), edition="")})


def story_numbered(number):
    story = Article.objects.once_published().filter(pk=number).first() if number.isdecimal() else None
    if story is None:
        raise Unmatched(_("No story of this number is out."))
    return story.get_absolute_url()


def only(found):
    """The one address, of the records that fit."""
    if not found:
        raise Unmatched(_("Nothing of that day, page and headline is out."))
    if len(found) > 1:
        raise Unmatched(_("Several fit: %s") % "、".join(str(record.pk) for record in found.values()))
    return next(iter(found.values())).get_absolute_url()


def day_of(row):
    if (day := day_said_by(row)) is None:
        raise Unmatched(_("It names no day."))
    return day


def day_said_by(row):
    said = DAY_IN_ADDRESS.search(row.get("date", "")) or DAY_IN_ADDRESS.search(row["old"])
    try:
        return date(*map(int, said.groups())) if said else None
    except ValueError:
        return None


class Days:
    """Of the day in hand all that stands there: lists go day by day, and each is asked for once."""

    def __init__(self, order):
        self.order, self.day, self.found = order, None, []

    def placements(self, day):
        if day != self.day:
            rows = Placement.objects.published().filter(page__issue__date=day).select_related("page__issue", "article")
            rows = rows.order_by("page__issue__edition", "page__position", "page__label", "order", "pk")
            self.day, self.found = day, list(rows.defer("article__body", "article__editors_note"))
        return self.found

    def on_page(self, row, label):
        """Of the row's day, in the order of print; of every page where no label is named."""
        found = self.placements(day_of(row))
        return [placed for placed in found if not label or same_label(placed.page.label, label)]


def same_label(ours, theirs):
    return ours.upper().lstrip("0") == theirs.upper().lstrip("0")


def same(article, headline):
    """By their letters: marks and spaces are set otherwise on every site. Some put kicker or subheadline beside it."""
    told = letters(headline)
    return told in {
        letters(article.headline),
        letters(article.kicker + article.headline),
        letters(article.headline + article.subheadline),
        letters(article.kicker + article.headline + article.subheadline),
    }


def letters(text):
    return NOT_WORDS.sub("", fold(text)).lower()
