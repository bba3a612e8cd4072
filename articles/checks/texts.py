"""The rules about the wording of any text, each as a check over all fields of a story."""

from django.utils.translation import gettext_lazy as _

from articles.checks.register import Check, Found, Level
from wording import dates_said, endings, halfwidth, numerals, pairs
from wording.doubling import doubled


def over_fields(rule, only=None):
    """A check's function that asks the rule (words -> slips) about every field."""

    def find(story):
        for text in story.texts.values():
            if text.typed and (only is None or text.name in only):
                yield from shown(text, rule(text.words))

    return find


def over_story(rule):
    """The rule (list of words -> list of slips for each) is about a style that is one in the whole story."""

    def find(story):
        texts = list(story.texts.values())
        for text, slips in zip(texts, rule([text.words for text in texts]), strict=True):
            yield from shown(text, slips)

    return find


def shown(text, slips):
    """The slips of the words, where they were typed."""
    for slip in slips:
        start, end = text.read.place(slip.start, slip.end)
        yield Found(text.name, start, end, slip.suggestion, said={"words": text.words[slip.start : slip.end]})


def cut_paragraphs(story):
    yield from shown(story.texts["body"], endings.cut_off(story.texts["body"].read))


def wrong_weekdays(story):
    for text in story.texts.values():
        yield from shown(text, dates_said.wrong_weekdays(text.words, story.printed_on))


TEXT_CHECKS = [
    Check("unpaired-mark", Level.WARNING, _("%(words)s has no counterpart."), over_fields(pairs.unpaired)),
    Check(
        "nested-quotes",
        Level.NOTICE,
        _("Inside a quotation stand single quotation marks."),
        over_fields(pairs.nested_alike),
    ),
    Check(
        "half-width-mark",
        Level.WARNING,
        _("Half-width mark %(words)s in Chinese text."),
        over_fields(halfwidth.half_width),
    ),
    Check(
        "dots-dashes",
        Level.NOTICE,
        _("Dots are printed as …… and dashes as ——."),
        over_fields(halfwidth.dots_and_dashes),
    ),
    Check(
        "full-width-word",
        Level.NOTICE,
        _("%(words)s: letters and figures are of half width."),
        over_fields(halfwidth.full_width_words),
    ),
    Check(
        "space-at-mark", Level.NOTICE, _("A space beside a full-width mark."), over_fields(halfwidth.spaces_at_marks)
    ),
    Check(
        "stop-between-titles",
        Level.NOTICE,
        _("Between title marks or quotations that touch no 、 is needed."),
        over_fields(pairs.stops_between_titles),
    ),
    Check("doubled-words", Level.WARNING, _("%(words)s: typed twice?"), over_fields(doubled)),
    Check("cut-off", Level.WARNING, _("The paragraph stops in the middle of a sentence."), cut_paragraphs),
    Check(
        "mixed-date",
        Level.WARNING,
        _("%(words)s mixes figures and characters in one date."),
        over_fields(numerals.mixed_dates),
    ),
    Check(
        "mixed-number",
        Level.WARNING,
        _("%(words)s: behind figures stand only 万 and 亿."),
        over_fields(numerals.mixed_numbers),
    ),
    Check(
        "mark-in-number",
        Level.NOTICE,
        _("%(words)s: inside a number marks are of half width."),
        over_fields(numerals.wide_marks_inside),
    ),
    Check(
        "percent-range",
        Level.NOTICE,
        _("%(words)s: the sign stands behind both numbers."),
        over_fields(numerals.short_percent_ranges),
    ),
    Check("year-zero", Level.NOTICE, _("In a year in characters 0 is 〇."), over_fields(numerals.zeros_in_years)),
    Check(
        "year-styles",
        Level.NOTICE,
        _("%(words)s: the story writes years in figures as well."),
        over_story(numerals.years_in_characters),
    ),
    Check(
        "thousands",
        Level.NOTICE,
        _("%(words)s: the story sets commas between thousands elsewhere."),
        over_story(numerals.ungrouped_numbers),
    ),
    Check("impossible-date", Level.ERROR, _("No calendar has %(words)s."), over_fields(dates_said.impossible_dates)),
    Check("wrong-weekday", Level.ERROR, _("%(words)s is not the weekday of that date."), wrong_weekdays),
]
