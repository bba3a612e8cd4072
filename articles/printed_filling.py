"""Credits in print of what came out before they were kept: a job that an upgrade plans, some stories at a time."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.holding import hold
from articles.models.article import Article
from articles.printed import reprint
from desk import jobs
from desk.batches import in_batches

AT_ONCE, IN_A_JOB = 200, 10_000  # stories
KIND = "prints"


@jobs.kind(KIND, label=gettext_lazy("counting what was printed before"))
def enter_older(details):
    """The newest first. details: `below`, the key above which everything has been entered."""
    stories = Article.objects.exclude(published_at=None).order_by("-pk").values_list("pk", flat=True)
    below = details.get("below")
    keys = list((stories if below is None else stories.filter(pk__lt=below))[:IN_A_JOB])
    for some in in_batches(keys, AT_ONCE):
        with transaction.atomic():
            reprint(list(hold(Article.objects.filter(pk__in=some).defer("body"))))
    if keys:
        jobs.plan(KIND, once=str(keys[-1]), below=keys[-1])
    return _("%(count)d stories") % {"count": len(keys)}
