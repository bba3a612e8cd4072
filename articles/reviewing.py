"""
三审: a story is handed in, read step by step by different people, and signed off (签发) by the last of them.

Every act takes the story's row first, so that of two reviewers who press at once the second finds what the first has
done. Who wrote a story is looked up anew at that moment: a byline may have come in since it was handed in. Its authors
never review it, whatever rights they have.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from articles.acting import held, require, set_fields
from articles.as_read import as_read
from articles.filing import relist
from articles.going_out import require_pictures, require_sound
from articles.history.acts import Step
from articles.issuing import keep_whole_with
from articles.models import Issue, Review, Submission
from articles.models.article import Stage
from articles.reviewers import is_author, is_last_signer, name_authors, why_not
from articles.telling import settle_reviews, tell_authors, tell_outcome, tell_reviewers
from desk.models import AuditEntry, Paper

Outcome, Verdict = Submission.Outcome, Review.Verdict
# What a form begins with: enough to pass a story, and no reason to send it back.
AGREED = gettext_noop("Agreed.")
LAST_SIGNER = gettext_noop("Nobody else could do the final review: let a colleague do this one, and sign off yourself.")


@transaction.atomic
def submit(article, *, by):
    """送审. Whoever hands a story in stands for it, and does not review it."""
    require(held(article).stage == Stage.DRAFT, _("Only a draft can be submitted."))
    set_fields(article, stage=Stage.SUBMITTED)
    AuditEntry.note(verb="submit", record=article, by=by)
    article.keep_version(by=by, why=Step.SUBMITTED)
    submission = _open_round(article, article.version, submitted_by=by)
    tell_reviewers(submission, by=by)
    return submission


@transaction.atomic
def recall(article, *, by):
    """The author takes the story back, as long as nobody has reviewed it."""
    held(article)
    submission = _round_of(article)
    require(is_author(submission, by), _("A story is recalled by those who wrote it or handed it in."))
    require(submission.step == 1, _("The story has been reviewed already; ask the reviewers to send it back."))
    _end(submission, Outcome.RECALLED, by)
    set_fields(article, stage=Stage.DRAFT)
    settle_reviews(article)
    AuditEntry.note(verb="recall", record=article, by=by)


@as_read
@transaction.atomic
def review(article, *, by, verdict, opinion, seen=None):
    """
    One step of the round. `seen` is the (submission, step, version) that the reviewer had before him: his word counts
    for no other one. The last pass signs the story off; it comes out with the issue that already waits for its hour.
    """
    version = held(article).version
    submission = _round_of(article)
    if seen:
        require(
            seen[:2] == (submission.pk, submission.step),
            _("Someone has reviewed the story meanwhile; please look at it again."),
        )
        require(seen[2] == version, _("The story was changed while you had it open: please read it as it stands now."))
    name_authors(submission)
    require(not (reason := why_not(submission, by)), reason)
    require(opinion.strip(), _("Write an opinion: the record keeps it."))
    says_why = verdict == Verdict.PASS or opinion.strip() != _(AGREED)
    require(says_why, _("Write why it is sent back: the author has to know."))
    if verdict == Verdict.PASS:
        require(not is_last_signer(submission, by), _(LAST_SIGNER))
    said = _write(submission, version, reviewer=by, verdict=verdict, opinion=opinion.strip())
    if said.is_pass:
        _pass_on(article, submission, by)
    else:
        _give_back(article, submission, by, said.opinion)
    return said


@transaction.atomic
def send_back(article, *, by=None, reason=""):
    """A story that has been signed off and is not out: its round has passed and counts no more."""
    stored = held(article)
    require(stored.stage == Stage.READY, _("A story in review is sent back by its next reviewer."))
    require(not stored.has_been_published, _("A published story cannot be sent back; withdraw it."))
    if submission := article.submissions.last():
        _end(submission, Outcome.SENT_BACK, by, reason)
    set_fields(article, stage=Stage.DRAFT, published_at=None)
    if stored.published_at:
        relist(article)
    AuditEntry.note(verb="send_back", record=article, by=by, words=reason)
    tell_outcome(article, "sent-back", by=by, words=reason)
    article.keep_version(by=by, why=Step.SENT_BACK, words=reason)
    keep_whole_with(article, by=by)


@transaction.atomic
def reopen(article, *, by, words=""):
    """What has been read is not what stands there now: the round ends, the next begins, and a time is lost.

    A story that was signed off before there were rounds, and that nobody entered, is a draft again."""
    stored = held(article)
    require(stored.stage != Stage.DRAFT and not stored.has_been_published, _("The story is not in review."))
    last = article.submissions.last()
    if last:
        _end(last, Outcome.REOPENED, by, words)
    stands_for_it = last.submitted_by if last else stored.created_by or by
    set_fields(article, stage=Stage.SUBMITTED if stands_for_it else Stage.DRAFT, published_at=None)
    if stored.published_at:
        relist(article)
    AuditEntry.note(verb="reopen", record=article, by=by, words=words)
    tell_outcome(article, "reopened", by=by, words=words)
    submission = _open_round(article, stored.version, submitted_by=stands_for_it) if stands_for_it else None
    if submission:
        tell_reviewers(submission, by=by)
    keep_whole_with(article, by=by)
    return submission


def _open_round(article, version, *, submitted_by):
    last = article.submissions.last()
    submission = article.submissions.create(
        number=last.number + 1 if last else 1,
        version=version,
        steps=Paper.current().number_of_reviews,
        submitted_by=submitted_by,
    )
    name_authors(submission)
    return submission


def _round_of(article):
    submission = article.submissions.open().first()
    require(submission, _("The story is not in review."))
    return submission


def _write(submission, version, **said):
    copied = {"step": submission.step, "submitted_by_id": submission.submitted_by_id}
    return Review.objects.create(submission=submission, version=version, **copied, **said)


def _pass_on(article, submission, by):
    if not submission.is_at_last_step:
        AuditEntry.note(verb="review", record=article, by=by, words=str(submission.step_label))
        article.keep_version(by=by, why=Step.REVIEWED, words=str(submission.step_label))
        set_fields(submission, step=submission.step + 1, waiting_since=timezone.now())
        tell_reviewers(submission, by=by)
        return
    require_sound([article])
    _end(submission, Outcome.PASSED, by)
    set_fields(article, stage=Stage.READY)
    AuditEntry.note(verb="sign", record=article, by=by)
    settle_reviews(article)
    tell_authors(article, "signed", by=by)
    article.keep_version(by=by, why=Step.SIGNED)
    if Issue.objects.waiting().filter(pages__placements__article=article).exists():
        require_pictures([article])
        keep_whole_with(article, by=by)


def _give_back(article, submission, by, reason):
    _end(submission, Outcome.SENT_BACK, by, reason)
    set_fields(article, stage=Stage.DRAFT)
    AuditEntry.note(verb="send_back", record=article, by=by, words=reason)
    tell_outcome(article, "sent-back", by=by, words=reason)
    article.keep_version(by=by, why=Step.SENT_BACK, words=reason)


def _end(submission, outcome, by, words=""):
    set_fields(submission, outcome=outcome, ended_at=timezone.now(), ended_by=by, words=words[:300])
