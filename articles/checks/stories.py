"""What a story needs besides its words: a headline, people, a place, its figures and their captions."""

from collections import Counter

from django.utils.translation import gettext_lazy as _

from articles.checks.register import Check, Found, Level
from articles.pictures import in_words, lacks, uses_of_one_use_photos, why_unseen
from wording.length import length
from wording.markup import FIGURE

# What a paper says in its own name: nobody signs it, and it belongs to no place.
OF_THE_PAPER = ("更正", "公告", "启事", "声明", "致歉")


def headline_missing(story):
    if not story.typed("headline").strip():
        yield Found("headline")


def headline_long(story):
    counted, allowed = length(story.typed("headline")), story.together.paper.headline_length
    if counted > allowed:
        yield Found("headline", said={"counted": counted, "allowed": allowed})


def body_missing(story):
    if not story.typed("body").strip() and not story.illustrations:
        yield Found("body")


def no_byline(story):
    """A reprint and what an agency sent name their source instead; a story of pictures alone names who took them."""
    has_source = story.article.source or "社" in story.typed("dateline")
    if not story.bylines and not has_source and not is_of_the_paper(story) and story.typed("body").strip():
        yield Found("bylines")


def no_region(story):
    if not story.places and not is_of_the_paper(story):
        yield Found("places")


def is_of_the_paper(story):
    return story.typed("headline").strip() in OF_THE_PAPER


def marks_of(story):
    return [(int(mark[1]), *mark.span()) for mark in FIGURE.finditer(story.typed("body"))]


def unknown_figures(story):
    known = {shown.number for shown in story.illustrations}
    for number, start, end in marks_of(story):
        if number not in known:
            yield Found("body", start, end, said={"number": number})


def figures_twice(story):
    counted = Counter()
    for number, start, end in marks_of(story):
        counted[number] += 1
        if counted[number] == 2:
            yield Found("body", start, end, said={"number": number})


def unplaced_figures(story):
    """Where the body places none, they are spread over it, and nobody forgot one."""
    placed = {number for number, _start, _end in marks_of(story)}
    for shown in story.illustrations if placed else ():
        if shown.number not in placed:
            yield Found(f"caption-{shown.number}", said={"number": shown.number})


def lacking_pictures(story):
    for shown in story.illustrations:
        names = set(lacks(shown))
        has_typed = story.typed(f"caption-{shown.number}").strip()
        names = (names - {"caption"}) | (set() if has_typed else {"caption"})
        if names:
            said = {"number": shown.number, "what": in_words(sorted(names))}
            yield Found(f"caption-{shown.number}", said=said)


def photos_used_up(together):
    shown = [one for story in together.stories for one in story.illustrations]
    return uses_of_one_use_photos(shown, [story.article.pk for story in together.stories if story.article.pk])


def pictures_used_up(story):
    taken = story.together.ask(photos_used_up)
    for shown in story.illustrations:
        if taken[shown.photo_id] - {story.article.pk}:
            yield Found(f"caption-{shown.number}", said={"number": shown.number})


def closed_pictures(story):
    for shown in story.illustrations:
        if sentence := why_unseen(shown, story.article.published_at):
            yield Found(f"caption-{shown.number}", message=sentence)


PLAIN_CHECKS = [
    Check("headline-missing", Level.ERROR, _("The story has no headline."), headline_missing),
    Check(
        "headline-long",
        Level.WARNING,
        _("The headline has %(counted)s characters; the paper's rule is %(allowed)s."),
        headline_long,
    ),
    Check("body-missing", Level.WARNING, _("The story has neither text nor pictures."), body_missing),
    Check("byline-missing", Level.WARNING, _("Nobody is named as having written this story."), no_byline),
    Check("region-missing", Level.NOTICE, _("The story has no region: no region's page will show it."), no_region),
    Check("figure-unknown", Level.ERROR, _("There is no figure %(number)s."), unknown_figures),
    Check("figure-twice", Level.NOTICE, _("Figure %(number)s is shown where it is placed first."), figures_twice),
    Check("figure-unplaced", Level.NOTICE, _("The text places other figures, but not %(number)s."), unplaced_figures),
    Check("picture-lacks", Level.ERROR, _("Picture %(number)d lacks: %(what)s."), lacking_pictures),
    Check(
        "picture-used-up",
        Level.ERROR,
        _("Picture %(number)d may be used once only, and another story has it."),
        pictures_used_up,
    ),
    Check("picture-closed", Level.NOTICE, "", closed_pictures),
]
