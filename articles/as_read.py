"""
What goes on is what was read. A change that nobody kept (by a queryset, a shell, another program) is noticed before the
next act on a reviewed story: it counts as a change, the story is reviewed again, and the act is refused.
"""

from functools import wraps

from django.utils.translation import gettext as _

from articles.acting import Refusal
from articles.history.keeping import notice, unchanged
from articles.models import Article
from articles.models.article import Stage


def as_read(act):
    """Around a verb of a story, or of an issue with its stories. Outside of its transaction: refusing the act undoes
    what the act did, and not that the story is reviewed again."""

    @wraps(act)
    def checked(record, **said):
        told = [changed(story) for story in suspects(going_on(record)) if is_changed(story, by=said.get("by"))]
        if told:
            raise Refusal(" ".join(told))
        return act(record, **said)

    return checked


def is_reviewed(article):
    """Whether somebody has passed what stands there, and no reader has seen it yet."""
    if article.has_been_published or article.is_withdrawn:
        return False
    if article.stage == Stage.READY:
        return True
    return article.stage == Stage.SUBMITTED and article.submissions.open().filter(step__gt=1).exists()


def suspects(stories):
    """Of many, those that are worth the look. One by itself is looked at anyway."""
    if len(stories) < 2:
        return stories
    _last, reads_as_before = unchanged(stories)
    return [story for story in stories if story.pk not in reads_as_before]


def is_changed(article, *, by):
    if not is_reviewed(article):
        return False
    notice(article, by=by)
    return not is_reviewed(article)


def going_on(record):
    if isinstance(record, Article):
        return [record]
    placed = Article.objects.filter(placements__page__issue=record, withdrawn_at=None)
    return list(placed.exclude(stage=Stage.DRAFT).distinct().order_by("pk"))


def changed(story):
    return _("%(story)s was changed after its review and is reviewed again.") % {"story": story}
