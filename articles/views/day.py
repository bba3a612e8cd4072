"""A day without a paper: what came out on the web alone stands under the address that its issue would have."""

from datetime import timedelta
from types import SimpleNamespace

from django.http import Http404
from django.template.response import TemplateResponse
from django.utils import timezone

from articles.machines.paths import path_to_day
from articles.models import Issue
from articles.models.listing import Kind
from articles.shown.issues import END
from articles.views.lists import stretch_asked_for
from desk.composed_once import Question
from desk.days import midnight
from pagecache.showing import shows, until


def day_page(request, day, edition=""):
    """404 for an edition that is not out, and for a day of which there is nothing."""
    found = {} if edition else stretch_asked_for(request, Kind.DAY, day)
    if not found.get("stories"):
        raise Http404
    shows("date", day)
    if day >= timezone.localdate():
        until(tomorrow())
    extras = Issue.objects.published().filter(date=day).order_by("edition")
    known = {"day": day, "is_over": day < timezone.localdate(), "steps": path_to_day(day), "extras": extras}
    context = {**known, **found, **neighbours(Issue(date=day))}
    return TemplateResponse(request, "articles/day_page.html", context)


def neighbours(issue):
    asked = {"now": timezone.now(), "date": issue.date, "edition": issue.edition}
    before, after = BEFORE.first(**asked), AFTER.first(**asked)
    shows("back_to", before.pk if before else END)
    shows("on_to", after.pk if after else END)
    return {"previous_issue": before, "next_issue": after}


def published_issues(now):
    return Issue.objects.published(now).only("date", "edition")


BEFORE = Question(lambda now, **issue: published_issues(now).before(SimpleNamespace(**issue))[:1], "date", "edition")
AFTER = Question(lambda now, **issue: published_issues(now).after(SimpleNamespace(**issue))[:1], "date", "edition")


def tomorrow():
    """When today is over."""
    return midnight(timezone.localdate() + timedelta(days=1))
