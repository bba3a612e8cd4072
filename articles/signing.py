"""签发 of a whole issue: the final review of all that waits for it; and of what was printed long ago."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.acting import require, set_fields
from articles.as_read import as_read
from articles.models import Review
from articles.models.article import Stage
from articles.publishing import placed_stories
from articles.reviewers import name_authors, why_not
from articles.reviewing import review
from desk.models import AuditEntry


@as_read
@transaction.atomic
def sign_issue(issue, *, by):
    """签发: the final review of everything on the issue's pages that waits for it. What does not is named."""
    stories = list(placed_stories(issue).exclude(stage=Stage.READY))
    refused = [f"{story.headline}（{reason}）" for story in stories if (reason := _why_unsigned(story, by))]
    require(not refused, _("Not signed off yet: %(headlines)s") % {"headlines": "、".join(refused)})
    for story in stories:
        review(story, by=by, verdict=Review.Verdict.PASS, opinion=_("Agreed; signed off with the issue."))


@transaction.atomic
def take_as_printed(issue):
    """An issue that was printed before it came in here went through its reviews on paper: its drafts are signed off."""
    require(issue.date < timezone.localdate(), _("Only an issue of an earlier day has been printed."))
    for story in placed_stories(issue).filter(stage=Stage.DRAFT, submissions=None):
        set_fields(story, stage=Stage.READY)
        AuditEntry.note(verb="sign", record=story, words=_("as printed on %(issue)s") % {"issue": issue})


def _why_unsigned(story, by):
    submission = story.submissions.open().first()
    if submission is None:
        return story.get_stage_display()
    if not submission.is_at_last_step:
        return submission.step_label
    name_authors(submission)
    return why_not(submission, by)
