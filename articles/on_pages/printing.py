"""How the paper prints dates, numbers, names and the beginnings of stories. Chinese whatever the interface speaks."""

from django.utils import timezone

from articles.layout import leading_illustration
from articles.reading import BEGINNING
from bylines.printing import byline_parts, join, photo_credit_parts
from wording.markup import walked, whole_part, words_of

EXCERPT = 84
LEAD_EXCERPT, FEED_EXCERPT = 150, 200
DESCRIBED = 120
WEEKDAYS = "一二三四五六日"


def printed_date(day):
    """2026年3月2日, of a date or of a moment as the newsroom's clock shows it."""
    day = _local(day)
    return f"{day.year}年{day.month}月{day.day}日"


def weekday(day):
    return f"星期{WEEKDAYS[_local(day).weekday()]}"


def day_told(day):
    """2023年3月2日，12篇 of a day of the calendar, for those who do not see how dark it is."""
    parts = [printed_date(day.date), f"{day.stories}篇" if day.stories else "", "" if day.issue else "当日无报"]
    return "，".join(filter(None, parts))


def running_number(issue):
    """第12345期, 第12345—12346期 for a combined issue; nothing for an issue without a number."""
    if not issue.number:
        return ""
    last = f"—{issue.last_number}" if issue.last_number and issue.last_number != issue.number else ""
    return f"第{issue.number}{last}期"


def place_in_print(page):
    """2023年3月2日 第12345期 第02版：工会"""
    return " ".join(filter(None, [printed_date(page.issue.date), running_number(page.issue), page.title]))


def excerpt(article, length=EXCERPT):
    """The summary, or how the story begins: no subheads, no tables, no markup."""
    return shortened(article.summary or opening(article, length), length)


def leading_picture(article):
    return leading_illustration(article) if article else None


def description(article):
    """For search engines: like an excerpt, of a story that is loaded whole."""
    return shortened(article.summary or opening_of(article.body, DESCRIBED), DESCRIBED)


def byline(credits, dateline, paper):
    """The pieces of the byline; each name is a piece with its credit, to be linked."""
    return byline_parts(credits, dateline, paper.spaced_names)


def photo_credit(credits, paper):
    return photo_credit_parts(credits, paper.spaced_names)


def joined(pieces):
    return join(pieces)


def opening(article, length):
    """Of a story of which perhaps only the beginning is loaded, cut off wherever it is long enough."""
    body = article.beginning if hasattr(article, "beginning") else article.body
    return opening_of(body if len(body) < BEGINNING else whole_part(body), length)


def opening_of(body, length):
    """What its paragraphs say, until there is more than that."""
    words = ""
    for block in walked(body):
        if block.kind == "paragraph":
            words += words_of(block)
        if len(words) > length:
            break
    return words


def shortened(text, length):
    return text if len(text) <= length else text[: length - 1].rstrip("，、；：—…“‘（《") + "……"


def _local(day):
    return timezone.localtime(day) if hasattr(day, "tzinfo") else day
