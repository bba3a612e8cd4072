"""The same figures counted one by one, from bylines and pages, as slowly as you like."""

from collections import defaultdict
from fractions import Fraction

from django.utils import timezone

from articles.models import Article
from bylines.credits import EDITOR, PHOTOGRAPHER
from regions.models import Region
from tally.answers import Figure, Figures
from tally.periods import name_of
from tally.questions import By, Split


def recounted(question, at):
    """({key: Figures}, the total) of the days of the question."""
    credits = [one for one in every_credit(at) if is_asked(question, one)]
    total = summed(question, [(one, 0) for one in credits if counts_without_role(question, one)]).get(0, Figures())
    lined = [
        (one, key)
        for one in credits
        for key in keys_of(question, one)
        if question.by == By.ROLE or counts_without_role(question, one)
    ]
    return summed(question, lined), total


def every_credit(at):
    """(story, day, issue, photo, contributor, role, share by role, share of all)"""
    for story in Article.objects.filter(published_at__lte=at, withdrawn_at=None):
        stands = [stand.page.issue for stand in story.placements.select_related("page__issue")]
        issue = min(stands, key=lambda one: (one.date, one.edition), default=None)
        day = issue.date if issue else timezone.localdate(story.published_at)
        line = [(one.contributor, one.role) for one in story.bylines.select_related("contributor")]
        yield from ((story, day, issue, None, *credit, *shares(credit, line)) for credit in line)
        for photo in story.photos.all():
            under = {
                (one.contributor, one.standing or one.role if one.role == PHOTOGRAPHER else one.role)
                for one in photo.bylines.select_related("contributor")
            }
            for credit in under:
                share = equal(credit, under)
                yield (story, day, issue, photo, *credit, share, share)


def shares(credit, line):
    of_role = Fraction(1, len([one for one in line if one[1] == credit[1]]))
    writers = [one for one in line if one[1] not in (PHOTOGRAPHER, EDITOR)]
    return of_role, equal(credit, writers) if credit in writers else of_role


def equal(credit, credits):
    own = [one for one in credits if one[0] == credit[0]]
    return Fraction(1, len({one[0] for one in credits})) / len(own)


def summed(question, lined):
    units, parts = defaultdict(set), defaultdict(Fraction)
    for one, key in lined:
        story, _day, _issue, photo, _person, _role, of_role, of_all = one
        what = "photos" if photo else "stories"
        share = of_role if question.split == Split.ROLE else of_all
        units[key, what].add((story.pk, photo and photo.pk))
        parts[key, what] += share
        if not photo:
            units[key, "length"].add((story.pk, story.length))
            parts[key, "length"] += share * story.length
    found = {}
    for key in {key for key, _what in units}:
        whole = {what: len(units[key, what]) for what in ("stories", "photos")}
        whole["length"] = sum(length for _pk, length in units[key, "length"])
        split = {what: Fraction(whole[what]) if question.split == Split.NONE else parts[key, what] for what in whole}
        found[key] = Figures(**{what: Figure(whole[what], split[what]) for what in whole})
    return found


def counts_without_role(question, one):
    return bool(question.only.role) or one[3] is not None or one[5] not in (PHOTOGRAPHER, EDITOR)


def is_asked(question, one):
    story, day, issue, _photo, person, role, *_shares = one
    only, period = question.only, question.period
    wanted = {
        "person": person.pk,
        "unit": person.unit,
        "column": story.column_id or 0,
        "issue": issue.pk if issue else 0,
    }
    return (
        period.first <= day <= period.last
        and all(getattr(only, name) in (None, value) for name, value in wanted.items())
        and (only.role is None or role in only.roles)
        and (only.region is None or only.region in codes_above(person.region))
        and (only.place is None or any(only.place in codes_above(region) for region in story.regions.all()))
        and (only.page is None or only.page in labels_of(story, issue))
    )


def keys_of(question, one):
    story, day, issue, _photo, person, role, *_shares = one
    only = question.only
    return {
        By.PERSON: lambda: {person.pk},
        By.UNIT: lambda: {person.unit},
        By.REGION: lambda: {of_level(person.region, question.level)},
        By.PLACE: lambda: {
            of_level(region, question.level)
            for region in (list(story.regions.all()) or [None])
            if only.place is None or only.place in codes_above(region)
        },
        By.ROLE: lambda: {role},
        By.COLUMN: lambda: {story.column_id or 0},
        By.ISSUE: lambda: {issue.pk if issue else 0},
        By.PAGE: lambda: {label for label in labels_of(story, issue) if only.page in (None, label)},
        By.MONTH: lambda: {name_of(day, "month")},
        By.QUARTER: lambda: {name_of(day, "quarter")},
        By.YEAR: lambda: {name_of(day, "year")},
    }[question.by]()


def codes_above(region):
    return [one.code for one in region.self_and_ancestors()] if region else []


def of_level(region, level):
    above = Region.objects.filter(code__in=codes_above(region), level=level)
    return above.get().code if above else ""


def labels_of(story, issue):
    if issue is None:
        return [""]
    return list(story.placements.filter(page__issue=issue).values_list("page__label", flat=True))
