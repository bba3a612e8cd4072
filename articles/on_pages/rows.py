"""A story as lists have it. Not in a template, which takes several times as long: a list has twenty of them."""

from django.utils.html import format_html, format_html_join

from articles.layout import leading_illustration
from articles.machines.moments import with_zone
from articles.on_pages.printing import excerpt, printed_date
from media.templatetags.pictures import picture

ROW = '<article class="story{}">\n  {}\n</article>'
COLUMN = '<p class="story-column"><a href="{}">{}</a></p>'
KICKER = '<p class="story-kicker">{}</p>'
HEADLINE = '<{level} class="story-headline"><a href="{address}">{headline}</a></{level}>'
PICTURE = '<div class="story-picture">{}</div>'
EXCERPT = '<p class="story-excerpt">{}</p>'
FACTS = '<p class="story-facts"><time datetime="{}">{}</time> {}</p>'
PLACE = '<a href="{}">{}</a>'
SIZES = "(min-width: 40rem) 12rem, 7rem"


def story_row(story, level, show_column=False, show_date=False):
    """One of articles.reading.stories_by_key(). level: of its headline, "h2" or "h3"."""
    shown = leading_illustration(story)
    parts = parts_of(story, shown, level, show_column, show_date)
    return format_html(
        ROW, " is-pictured" if shown else "", format_html_join("\n  ", "{}", ((part,) for part in parts))
    )


def parts_of(story, shown, level, show_column, show_date):
    if show_column and story.column:
        yield format_html(COLUMN, story.column.get_absolute_url(), story.column.name)
    if story.kicker:
        yield format_html(KICKER, story.kicker)
    yield format_html(HEADLINE, level=level, address=story.get_absolute_url(), headline=story.headline)
    if shown:
        yield format_html(PICTURE, picture(shown.photo, alt="", sizes=SIZES, crop="list"))
    if words := excerpt(story):
        yield format_html(EXCERPT, words)
    if show_date:
        yield format_html(FACTS, with_zone(story.published_at), printed_date(story.published_at), places_of(story))


def places_of(story):
    regions = (place.region for place in story.loaded_places)
    return format_html_join("\n", PLACE, ((region.get_absolute_url(), region.name) for region in regions))
