"""
Whose story is out, or has its hour. A story that goes out by itself names its pages; an issue gives each author one
notice, and which of their stories stand in it is found when the notice is read. Nothing runs at the hour to let them
out: that they are is told by a job of that hour.
"""

from datetime import timedelta

from django.apps import apps
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.issue_jobs import out_at
from articles.models import Article, Issue, Placement
from articles.telling import KINDS, ON_ITS_WAY, authors_of, written_by
from desk import jobs, notices
from desk.numbers import key_of

# What was printed longer ago is filed, and no news to its authors.
NEWS = timedelta(days=1)


def tell_going_out(record, stories, *, at, by=None):
    """record: the story, or the issue it goes out with."""
    now = timezone.now()
    if at < now - NEWS:
        return
    if at > now:
        await_hour(record, at)
    kind, words = ("published", printed_at(record)) if at <= now else ("scheduled", hour(at))
    notices.settle(*stories, kinds=ON_ITS_WAY)
    notices.settle(record, kinds=ON_ITS_WAY)
    notices.tell(authors_of(stories), kind=kind, record=record, words=words, by=by)


def await_hour(record, at):
    jobs.plan("out", due=at, once=f"{record._meta.label_lower} {record.pk}", model=record._meta.label, key=record.pk)


def await_hours():
    """Of all that waits for one: of a paper that came in whole, without its jobs."""
    ahead = Issue.objects.filter(published_at__gt=timezone.now())
    hours = {issue.published_at for issue in ahead}
    for issue in ahead:
        out_at(issue)
        await_hour(issue, issue.published_at)
    for story in Article.objects.scheduled().defer("body").exclude(published_at__in=hours):
        await_hour(story, story.published_at)


@jobs.kind("out", inside=True, label=gettext_lazy("telling the authors that they are in print"))
def tell_that_it_is_out(details):
    record = apps.get_model(details["model"]).objects.filter(pk=details["key"]).first()
    if record is None or not record.is_published:
        return _("It is not out.")
    going = [record] if isinstance(record, Article) else list(out_with(record))
    tell_going_out(record, going, at=record.published_at)
    return _("told")


def out_with(issue):
    placed = Article.objects.published().filter(placements__page__issue=issue, published_at=issue.published_at)
    return placed.defer("body").distinct()


def own_stories_in(user, told):
    """{notice: the reader's stories in its issue}, of those that go or went out there."""
    of_issues = [notice for notice in told if notice.model == "articles.issue"]
    if not of_issues:
        return {}
    own = Article.objects.visible_to(user).filter(pk__in=written_by(user).values("pk"), withdrawn_at=None)
    placed = Placement.objects.filter(page__issue__in=[key_of(one.key) for one in of_issues], article__in=own)
    rows = placed.exclude(article__published_at=None).order_by("page__position", "page__label", "order", "pk")
    stories = {}
    for issue, label, headline in rows.values_list("page__issue", "page__label", "article__headline"):
        stories.setdefault(issue, []).append(on_page(label, headline))
    return {one.pk: "\n".join([*filter(None, [one.words]), *stories.get(key_of(one.key), [])]) for one in of_issues}


def on_page(label, headline):
    return _("page %(label)s: %(headline)s") % {"label": label, "headline": headline}


def printed_at(record):
    """The printed place of a story: 2023-03-02 第02版. An issue says so itself."""
    if not isinstance(record, Article):
        return ""
    places = record.placements.select_related("page__issue").order_by("page__position", "pk")
    return "、".join(str(placement.page) for placement in places)


def hour(at):
    return date_format(timezone.localtime(at), "Y-m-d H:i")


def register_kinds():
    for kind, label in KINDS.items():
        notices.register(kind, label, own_stories_in if kind in ("scheduled", "published") else None)
