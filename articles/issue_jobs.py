"""What is to be done about an issue besides what its editors do: a word before its hour, and what follows it."""

from collections.abc import Callable
from datetime import UTC, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.going_out import planned_hour_of
from articles.models.article import Article
from articles.models.issue import Issue
from articles.models.reach import SEES_ALL
from desk import jobs, notices
from desk.models import AuditEntry, Job, User

REMINDED_BEFORE = timedelta(minutes=30)
NOT_WHOLE, DUE = "issue-not-whole", "issue-due"
BACKEND = "django.contrib.auth.backends.ModelBackend"

# Called with an issue that has just gone out and its stories, within the job's transaction: they plan jobs of their
# own.
WHEN_OUT: list[Callable] = []


def out_at(issue):
    """What follows when the issue is out. Of an issue that was printed long ago nobody needs to hear."""
    if issue.published_at >= timezone.now() - timedelta(hours=1):
        jobs.plan("issue-out", due=issue.published_at, once=str(issue.pk), issue=issue.pk)


def no_longer_out_at(issue):
    jobs.cancel("issue-out", once=str(issue.pk))


@jobs.kind("issue-out", inside=True, label=gettext_lazy("what follows an issue that is out"))
def issue_is_out(details):
    issue = Issue.objects.published().filter(pk=details["issue"]).first()
    if issue is None:
        return _("The issue is not out.")
    stories = list(Article.objects.published().filter(placements__page__issue=issue).distinct().order_by("pk"))
    words = _("out with %(count)d stories") % {"count": len(stories)}
    AuditEntry.note(verb="out", record=issue, words=words)
    for call in WHEN_OUT:
        call(issue, stories)
    return words


def plan_reminders():
    """A duty: of the issues of today and tomorrow, each once for each hour that it is to go out at."""
    today = timezone.localdate()
    coming = Issue.objects.filter(date__range=[today, today + timedelta(days=1)])
    for issue in coming:
        hour = expected_hour(issue)
        key = f"{issue.pk} {hour:%Y-%m-%dT%H:%M%z}"
        if hour > timezone.now() and not Job.objects.filter(kind="issue-due", once=key).exists():
            jobs.plan("issue-due", due=hour - REMINDED_BEFORE, once=key, issue=issue.pk, hour=hour.isoformat())


def expected_hour(issue):
    """In UTC, as it is stored: signed or not, and wherever the paper says it is, the same hour is the same reminder."""
    return (issue.signed_for or planned_hour_of(issue)).astimezone(UTC)


@jobs.kind("issue-due", inside=True, label=gettext_lazy("a word before an issue's hour"))
def remind(details):
    issue = Issue.objects.filter(pk=details["issue"]).first()
    if issue is None or expected_hour(issue).isoformat() != details["hour"]:
        return _("It has another hour now.")
    if issue.published_at is not None:
        return _("All is well.")
    hour = f"{timezone.localtime(expected_hour(issue)):%H:%M}"
    if issue.signed_for:
        words = _("To go out at %(hour)s, and not whole.") % {"hour": hour}
    else:
        words = _("To go out at %(hour)s, and not signed yet.") % {"hour": hour}
    told = notices.tell(chiefs_and_editors(), kind=DUE, record=issue, words=words)
    return _("%(count)d colleagues were told.") % {"count": len(told)}


def issue_is_missing(issue, words, by):
    """An editor's act has taken its hour from it: those who sign have to know."""
    notices.tell(chiefs(), kind=NOT_WHOLE, record=issue, words=words, by=by)


def what_is_missing(user, told):
    """Its headlines are drafts of any desk: for those who see all of them now, not only when it was told."""
    return {} if user.has_perm(SEES_ALL) else {notice.pk: "" for notice in told}


def issue_is_whole(issue):
    notices.settle(issue, kinds=[NOT_WHOLE, DUE])


def chiefs():
    return able("publish_issue")


def chiefs_and_editors():
    return chiefs() | able("edit_others_article")


def able(permission):
    return User.objects.with_perm(f"articles.{permission}", backend=BACKEND).filter(is_superuser=False)
