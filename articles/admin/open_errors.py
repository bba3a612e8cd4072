"""A paper that holds nothing back still says which errors go out or are signed off: nobody has let them stand."""

from django.contrib import messages
from django.utils.translation import gettext as _

from articles.checks import blocking_stories, check_issue
from desk.models import Paper


def warn_of_errors(request, stories, issue=None):
    """Of a strict paper these acts would have been refused."""
    if Paper.current().strict_checks:
        return
    hits = [hit for hit in check_issue(issue).hits if hit.blocks] if issue else []
    for record, errors in [*([(issue, hits)] if hits else []), *blocking_stories(list(stories))]:
        told = {"record": getattr(record, "headline", record), "errors": "".join(hit.message for hit in errors)}
        messages.warning(request, _("“%(record)s” has errors that nobody has let stand: %(errors)s") % told)
