"""
Whether a text came before: in recent drafts and in print, found by its longest clauses (search.desk_asking) and
compared by how many it shares (wording.clauses).
"""

from datetime import timedelta
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article
from search.desk_asking import ask_desk
from wording.clauses import clauses, shared
from wording.markup import plain_text

ASKED = 4  # clauses
LONGEST_CLAUSE = 16  # characters of one that is asked for
MOST_FOUND = 20
SAME = 0.5
RECENT = timedelta(days=365)  # drafts; print is looked through whole


class Twin(NamedTuple):
    article: Article
    share: float

    @property
    def words(self):
        """Of what readers may read its headline; of a draft, which may be another desk's, that there is one."""
        percent = round(self.share * 100)
        if self.article.is_published:
            said = {"headline": self.article.headline, "number": self.article.pk, "percent": percent}
            return _("The same is in print: “%(headline)s” (no. %(number)s), %(percent)d%% alike.") % said
        desk = self.article.desk or _("no desk")
        return _("The same lies at the desk already (no. %(number)s, %(desk)s), %(percent)d%% alike.") % {
            "number": self.article.pk,
            "desk": desk,
            "percent": percent,
        }


def twins_of(text):
    """The likest first."""
    own = clauses(text)
    found = Article.objects.filter(pk__in=candidates(own)).select_related("desk").order_by("pk")
    twins = [Twin(article, shared(own, clauses(plain_text(article.body)))) for article in found if is_recent(article)]
    return sorted((twin for twin in twins if twin.share >= SAME), key=lambda twin: -twin.share)


def candidates(own):
    longest = sorted(own, key=lambda clause: (-len(clause), clause))[:ASKED]
    return {key for clause in longest for key in ask_desk(f'"{clause[:LONGEST_CLAUSE]}"', most=MOST_FOUND)}


def is_recent(article):
    return article.published_at is not None or article.created_at > timezone.now() - RECENT
