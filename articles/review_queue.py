"""Who waits for whom: what a colleague may review next, the longest waiting first, and how far the own stories are."""

from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, Prefetch
from django.utils import timezone

from articles.cursors import cursor_after
from articles.models import Article, Review, Submission
from articles.state import state_of
from desk.positions import beyond

SHOWN = 50
OWN_SHOWN = 30
COUNTED = 99
LOOKED_AT = 5000  # stories that are not out, among which the own ones are


@dataclass(frozen=True)
class Queue:
    rows: list
    following: str = ""  # cursor of the page after this one


def queue_for(user, *, desk=None, final=False, after=None):
    """A screenful of it, in two queries. final: final reviews alone."""
    waiting = Submission.objects.waiting_for(user).longest_waiting()
    if final:
        waiting = waiting.filter(step=F("steps"))
    if desk:
        waiting = waiting.filter(article__desk=desk)
    if after:
        waiting = waiting.filter(beyond(["waiting_since", "pk"], after))
    rows = waiting.select_related("article__desk", "submitted_by").prefetch_related("article__bylines")
    found = list(rows.defer("article__body", "article__summary", "article__editors_note")[: SHOWN + 1])
    more = len(found) > SHOWN
    shown = found[:SHOWN]
    return Queue(shown, cursor_after(shown[-1].waiting_since, shown[-1].pk) if more else "")


def next_for(user):
    """What should be read next: a final review before all others, since the paper waits for it."""
    waiting = Submission.objects.waiting_for(user).annotate(to_go=F("steps") - F("step"))
    return waiting.order_by("to_go", "waiting_since", "pk").select_related("article").first()


def number_waiting(user):
    """As far as a glance needs it: 99 stands for more."""
    return Submission.objects.waiting_for(user).order_by()[:COUNTED].count()


def desks_waiting(user):
    """[(key, name, number)] of the desks whose stories wait for that colleague."""
    waiting = Submission.objects.waiting_for(user).exclude(article__desk=None).order_by("article__desk__order")
    counted = waiting.values("article__desk", "article__desk__name").annotate(number=Count("pk"))
    return [(row["article__desk"], row["article__desk__name"], row["number"]) for row in counted]


def own_stories(user):
    """The user's stories that were handed in once and are not out, the last changed first: (story, state, round)."""
    own = Submission.authors.through.objects.filter(submission__article=OuterRef("pk"), user=user)
    said = Prefetch("reviews", Review.objects.select_related("reviewer"))
    rounds = Submission.objects.order_by("number").select_related("ended_by").prefetch_related(said)
    unpublished = Article.objects.filter(published_at=None).order_by("-pk").values("pk")[:LOOKED_AT]
    to_come = Article.objects.filter(published_at__gt=timezone.now()).order_by("published_at").values("pk")[:LOOKED_AT]
    not_out = [Article.objects.filter(pk__in=keys).order_by().values("pk") for keys in (unpublished, to_come)]
    stories = Article.objects.filter(Exists(own), pk__in=not_out[0].union(not_out[1]))
    stories = stories.defer("body", "summary", "editors_note").order_by("-updated_at", "-pk")
    found = stories.prefetch_related(Prefetch("submissions", rounds, to_attr="rounds"))
    return [(story, state_of(story), story.rounds[-1]) for story in found[:OWN_SHOWN]]
