"""Which versions a colleague may look at, and which of them readers have seen."""

from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise, zip_longest
from typing import Any

from django.utils import timezone

from articles.history.acts import Step
from articles.history.wording import ORDER, label_of

ENDLESS = datetime.max.replace(tzinfo=timezone.get_default_timezone())


@dataclass
class Shown:
    """A row of the history: the version, what happened to it, and the one before it that may be looked at as well."""

    revision: Any
    milestones: list = field(default_factory=list)
    before: Any = None
    is_out: bool = False
    is_latest: bool = False

    @property
    def parts(self):
        """What of the story changed in this version."""
        return [label_of(name) for name in ORDER if name in self.revision.parts]


def history_for(user, article):
    """Newest first. Whoever may not see the drafts sees what was printed."""
    revisions = list(article.revisions.defer("packed").select_related("by").order_by("version"))
    milestones = list(article.milestones.select_related("by").order_by("id"))
    printed = versions_out(article, revisions, milestones)
    if not article.shows_drafts_to(user):
        revisions = [revision for revision in revisions if revision.version in printed]
        milestones = []
    rows = [Shown(revision, is_out=revision.version in printed) for revision in revisions]
    for row, following in pairwise(rows):
        following.before = row.revision
    for row in rows:
        row.milestones = [one for one in milestones if one.revision_id == row.revision.pk]
        row.is_latest = row.revision.version == article.version
    return rows[::-1]


def versions_out(article, revisions, milestones):
    """
    The numbers of the versions that readers have seen: those that stood while the story was out. Both in their order.

    A version stands until the next one is made. A story filed under an old date was not out before somebody let it out.
    """
    times = list(times_out(article, milestones))
    ends = [following.at for following in revisions[1:]]
    return {
        revision.version
        for revision, end in zip_longest(revisions, ends, fillvalue=ENDLESS)
        if any(revision.at < until and since < end for since, until in times)
    }


def times_out(article, milestones):
    """Pairs of moments, from which and until which readers could see the story; none that is still to come."""
    if not article.has_been_published:
        return
    released = [one.at for one in milestones if one.step == Step.PUBLISHED]
    since = max(article.published_at, released[-1]) if released else article.published_at
    for one in milestones:
        if one.step == Step.WITHDRAWN and since:
            yield since, one.at
            since = None
        elif one.step == Step.BROUGHT_BACK and not since:
            since = one.at
    if since:
        yield since, article.withdrawn_at or timezone.now()
