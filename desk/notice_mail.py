"""
Notices by mail, where the newsroom has a mail server. An act only plans the mail; the worker sends it two minutes
later, with all that came for the same person meanwhile and was not read. It says who did what to which story and links
to it: what was written, in the story or about it, does not leave the house.
"""

from datetime import datetime, time, timedelta
from smtplib import SMTPRecipientsRefused

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.core.validators import validate_email
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from desk import jobs
from desk.models import Paper, User
from desk.notice_list import lines_for

GATHERED = timedelta(minutes=2)
MORNING = time(8)
NOT_NOW = 500  # refusals from here on are for good


def plan_mail(users):
    """users: keys of those who were told. In the transaction of the act."""
    if not settings.EMAIL_HOST:
        return
    wanting = User.objects.filter(pk__in=users).exclude(email="").exclude(notices_by_mail=User.NoticesByMail.NONE)
    # What waits already keeps its hour: else a busy evening would put it off and off.
    jobs.plan_unless_waiting("mail", {key_for(user): (hour_for(user), {"user": user.pk}) for user in wanting})


def key_for(user):
    return f"{user.pk} {user.notices_by_mail}"


def hour_for(user):
    now = timezone.localtime()
    if user.notices_by_mail == User.NoticesByMail.AT_ONCE:
        return now + GATHERED
    today = timezone.make_aware(datetime.combine(now.date(), MORNING))
    return today if now < today else today + timedelta(days=1)


@jobs.kind("mail", label=gettext_lazy("notices by mail"))
def send_mail(details):
    user = User.objects.filter(pk=details["user"], is_active=True).first()
    if user is None or user.notices_by_mail == User.NoticesByMail.NONE or not settings.EMAIL_HOST:
        return _("No mail is wanted.")
    with translation.override(settings.LANGUAGE_CODE):
        return _send_to(user)


def _send_to(user):
    begun = timezone.now()
    new = user.notices.unread().filter(mailed_at=None)
    lines = [line for line in lines_for(user, new) if not line.is_hidden]
    if not lines:
        return _("Nothing unread is left.")
    told = _deliver(user, lines)
    user.notices.filter(pk__in=[line.notice.pk for line in lines], at__lte=begun).mark(mailed_at=begun)
    return told


def _deliver(user, lines):
    """Raises while the server cannot take it, so that the job tries again; an address that it refuses is told."""
    try:
        validate_email(user.email)
        mail_of(user, lines).send()
    except ValidationError:
        return _("%(user)s has no valid address.") % {"user": user}
    except SMTPRecipientsRefused as refusal:
        [(code, reason)] = refusal.recipients.values()
        if code < NOT_NOW:
            raise
        said = reason.decode("utf-8", "replace") if isinstance(reason, bytes) else reason
        return _("The address of %(user)s was refused: %(reason)s") % {"user": user, "reason": f"{code} {said}"}
    return ngettext("%(number)s notice sent", "%(number)s notices sent", len(lines)) % {"number": len(lines)}


def mail_of(user, lines):
    subject = ngettext("%(number)s new notice", "%(number)s new notices", len(lines)) % {"number": len(lines)}
    paper = " ".join(Paper.current().name.split())
    body = render_to_string("admin/notices/mail.txt", {"user": user, "lines": lines, "site": settings.SITE_URL})
    headers = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}
    return EmailMessage(f"[{paper}] {subject}", body, settings.DEFAULT_FROM_EMAIL, [user.email], headers=headers)
