"""
Who hears of which act on a story: the next reviewers of what waits for them, its authors of how it goes on.

One notice for one act and person: what a later act makes stale (signed off, then scheduled with its issue) is gone.
"""

from django.db.models import Q
from django.utils.translation import pgettext_lazy

from articles.models import Article, Illustration, Submission
from articles.models.reach import ALL_DESKS
from bylines.models import Byline, Role
from desk import notices
from desk.models import User

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
    "note": pgettext_lazy("notice", "note"),
    "corrected": pgettext_lazy("notice", "corrected"),
}
ON_ITS_WAY = ("signed", "scheduled", "unscheduled")


def tell_reviewers(submission, *, by):
    """Its next step, to those who may do it; whoever it waited for before is done, and so is whoever had it back."""
    notices.settle(submission.article, kinds=["to-review", "sent-back"])
    users = next_reviewers(submission)
    notices.tell(users, kind="to-review", record=submission.article, words=str(submission.step_label), by=by)


def tell_new_desk(article, *, by):
    """What waits for a review waits for other people now."""
    submission = article.submissions.open().first()
    if submission:
        tell_reviewers(submission, by=by)


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


def chiefs(article):
    """Whoever could have withdrawn it too."""
    return able(article, "withdraw_article").filter(is_superuser=False)


def able(article, permission):
    """Who may do that to the story: said from the other side, what `article.allows` asks of one colleague."""
    return User.objects.with_perm(f"articles.{permission}").filter(having_it(article, everywhere=ALL_DESKS))


def having_it(article, *, everywhere):
    """Who has the story in hand: its desk, whoever entered it, and whoever has that permission for all desks."""
    of_all = User.objects.with_perm(everywhere).values("pk")
    at_desk = User.desks.through.objects.filter(desk=article.desk_id).values("user")
    return Q(pk__in=of_all) | Q(pk__in=at_desk) | Q(pk=article.created_by_id)


def next_reviewers(submission):
    """Of the story's desk; where it has none of them, all who may. Technicians only where there is nobody else."""
    story = submission.article
    taken = {submission.submitted_by_id, *submission.authors.values_list("pk", flat=True)}
    taken |= set(submission.reviews.values_list("reviewer", flat=True))
    holders = able(story, submission.permission).exclude(pk__in=taken)
    at_desk = list(holders.filter(desks=story.desk_id)) if story.desk_id else []
    if at_desk:
        return at_desk
    everybody = list(holders)
    return [user for user in everybody if not user.is_superuser] or everybody


def authors_of(stories):
    """Who entered them, handed them in, is credited in them (not as an editor) or under their photos."""
    return authors_by_key([story.pk for story in stories])


def authors_by_key(keys):
    photos = Illustration.objects.filter(article__in=keys).values("photo")  # joined, it would read every byline
    credits = Byline.objects.filter(Q(article__in=keys) | Q(photo__in=photos))
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
