"""Says on a photo's or a page's form, as the story's own does, which stories a save has sent through review again."""

from contextlib import contextmanager

from django.contrib import messages
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import Article, Submission


@contextmanager
def telling_reopened(request):
    begun = timezone.now()
    yield
    ended = Submission.objects.filter(
        outcome=Submission.Outcome.REOPENED, ended_by=request.user, ended_at__gte=begun
    ).values("article")
    if ended:
        tell(request, Article.objects.filter(pk__in=ended).only("headline"))


def tell(request, stories):
    """By name to those who may see the drafts; to others as a number."""
    may_look = request.user.has_perm("articles.view_article")
    seen = set(stories.visible_to(request.user)) if may_look else set()
    for story in seen:
        messages.warning(request, _("%(story)s was changed after its review and is reviewed again.") % {"story": story})
    if hidden := stories.count() - len(seen):
        told = ngettext("%d story of others is reviewed again.", "%d stories of others are reviewed again.", hidden)
        messages.warning(request, told % hidden)
