"""
Who hears of which act on a story: the next reviewers of what waits for them, its authors of how it goes on.

One notice for one act and person: what a later act makes stale (signed off, then scheduled with its issue) counts as
read. What a notice of an issue says is found when it is read: the reader's own stories there, with their pages.
"""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from articles.models import Article, Placement, Submission
from bylines.models import Byline, Role
from desk import notices
from desk.models import User
from desk.numbers import key_of

KINDS = {
    "to-review": pgettext_lazy("notice", "waits for your review"),
    "sent-back": pgettext_lazy("notice", "sent back"),
    "reopened": pgettext_lazy("notice", "reviewed again"),
    "signed": pgettext_lazy("notice", "signed off"),
    "scheduled": pgettext_lazy("notice", "has its time"),
    "unscheduled": pgettext_lazy("notice", "its time is taken back"),
    "published": pgettext_lazy("notice", "your story is out"),
    "withdrawn": pgettext_lazy("notice", "withdrawn"),
    "restored": pgettext_lazy("notice", "stands again"),
    "corrected": pgettext_lazy("notice", "corrected"),
}
ON_ITS_WAY = ("signed", "scheduled", "unscheduled")
# What was printed longer ago is filed, and no news to its authors.
NEWS = timedelta(days=1)


def register_kinds():
    for kind, label in KINDS.items():
        notices.register(kind, label, own_stories_in if kind in ("scheduled", "published") else None)


def tell_reviewers(submission, *, by):
    """Its next step, to those who may do it; whoever it waited for before is done, and so is whoever had it back."""
    notices.settle(submission.article, kinds=["to-review", "sent-back"])
    users = next_reviewers(submission)
    notices.tell(users, kind="to-review", record=submission.article, words=str(submission.step_label), by=by)


def settle_reviews(article):
    notices.settle(article, kinds=["to-review"])


def tell_authors(article, kind, *, by, words="", also=(), over=ON_ITS_WAY):
    """over: the kinds that this one makes stale."""
    notices.settle(article, kinds=over)
    notices.tell([*authors_of([article]), *also], kind=kind, record=article, words=str(words), by=by)


def tell_outcome(article, kind, *, by, words):
    """Sent back or reopened: whoever handed it in has work again."""
    settle_reviews(article)
    tell_authors(article, kind, by=by, words=words)


def tell_going_out(record, stories, *, at, by):
    """record: the story, or the issue it goes out with."""
    if at < timezone.now() - NEWS:
        return
    notices.settle(*stories, kinds=ON_ITS_WAY)
    kind = "published" if at <= timezone.now() else "scheduled"
    words = hour(at) if kind == "scheduled" else ""
    notices.tell(authors_of(stories), kind=kind, record=record, words=words or printed_at(record), by=by)


def chiefs():
    return User.objects.with_perm("articles.withdraw_article", include_superusers=False)


def next_reviewers(submission):
    """Of the story's desk; where it has none of them, all who may. Technicians only where there is nobody else."""
    story = submission.article
    taken = {submission.submitted_by_id, *submission.authors.values_list("pk", flat=True)}
    taken |= set(submission.reviews.values_list("reviewer", flat=True))
    holders = User.objects.with_perm(submission.permission).exclude(pk__in=taken)
    at_desk = list(holders.filter(desks=story.desk_id)) if story.desk_id else []
    if at_desk:
        return at_desk
    seeing = list(holders.filter(pk__in=User.objects.with_perm("articles.see_all_desks_article").values("pk")))
    return [user for user in seeing if not user.is_superuser] or seeing


def authors_of(stories):
    """Who entered them, handed them in, is credited in them (not as an editor) or under their photos."""
    keys = [story.pk for story in stories]
    credits = Byline.objects.filter(Q(article__in=keys) | Q(photo__illustrations__article__in=keys))
    writers = credits.exclude(role=Role.EDITOR).exclude(contributor__user=None).values("contributor__user")
    entered = Article.objects.filter(pk__in=keys).exclude(created_by=None).values("created_by")
    handed_in = Submission.objects.filter(article__in=keys).values("submitted_by")
    return User.objects.filter(Q(pk__in=writers) | Q(pk__in=entered) | Q(pk__in=handed_in))


def written_by(user):
    """The same, from the other side."""
    credits = Byline.objects.filter(contributor__user=user).exclude(role=Role.EDITOR)
    return Article.objects.filter(
        Q(pk__in=credits.values("article"))
        | Q(photos__in=credits.values("photo"))
        | Q(created_by=user)
        | Q(pk__in=Submission.objects.filter(submitted_by=user).values("article"))
    )


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
