"""
The paper's letters to correspondents: that a story is printed, and the link that was asked for. One that cannot go by
mail is told by somebody of the desk (待告知).
"""

from smtplib import SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Placement
from bylines.private import email_of
from bylines.sealing import unsealed_or_nothing
from desk import jobs
from desk.models import Paper
from intake.models import OptOut, PrintNotice
from newsroom.my.links import made_for_letter, owner_of

NOT_NOW = 500  # refusals from here on are for good
HEADERS = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}


@jobs.kind("print_notice", label=gettext_lazy("letters to correspondents that they are in print"))
def send_notice(details):
    notices = PrintNotice.objects.select_related("article", "contributor", "contribution__letter")
    notice = notices.filter(pk=details["notice"], sent_at=None, settled_at=None).first()
    if notice is None:
        return _("It was told already.")
    if not notice.article.is_published:
        return settle(notice, _("The story was withdrawn before."))
    if has_opted_out(notice):
        return settle(notice, _("No letters are wanted."))
    whose, address = address_for(notice)
    if not address or not settings.EMAIL_HOST:
        return leave_to_desk(notice, "")
    with translation.override(settings.LANGUAGE_CODE):
        return delivered(notice, whose, address)


def delivered(notice, whose, address):
    """Raises while the server cannot take it, so that the job tries again."""
    try:
        with made_for_letter(**whose) as (_link, own_path):
            send(subject_of(notice), "printed", words_about(notice, own_path, settings.SITE_URL), address)
    except SMTPRecipientsRefused as refusal:
        [(code, _reason)] = refusal.recipients.values()
        if code < NOT_NOW:
            raise
        return leave_to_desk(notice, _("The mail address was refused."))
    PrintNotice.objects.filter(pk=notice.pk, sent_at=None).update(sent_at=timezone.now(), untold_since=None)
    return _("mailed")


def settle(notice, reason):
    PrintNotice.objects.filter(pk=notice.pk).update(settled_at=timezone.now(), reason=reason)
    return reason


def leave_to_desk(notice, reason):
    PrintNotice.objects.filter(pk=notice.pk).update(untold_since=timezone.now(), reason=reason)
    return reason or _("There is no mail address: somebody of the desk tells it.")


def has_opted_out(notice):
    person, contribution = notice.contributor, notice.contribution
    if person and OptOut.objects.filter(contributor__in=[person, person.as_it_stands()]).exists():
        return True
    return bool(contribution and contribution.opted_out_at)


def address_for(notice):
    """(whose link goes with it, mail address). What stands in the register is that person's; what a form said is
    proved by nothing, and its link shows no more than was handed in with it."""
    person = notice.contributor and notice.contributor.as_it_stands()
    if person and (address := email_of(person)):
        return {"contributor": person}, address
    contribution = notice.contribution
    if contribution and (address := contribution.email_address):
        return {"contribution": contribution, "mailed_at": timezone.now()}, address
    return {}, ""


def words_about(notice, own_path, site):
    """For a letter, and for what is copied at the desk. site: https://paper.example.com"""
    article = notice.article
    placements = Placement.objects.published().filter(article=article).select_related("page__issue")
    pages = [row.page for row in placements.order_by("page__issue__date", "page__position")]
    return {
        "name": notice.person.name,
        "headline": article.headline,
        "day": pages[0].issue.date if pages else timezone.localdate(article.published_at),
        "address": f"{site}{article.get_absolute_url()}",
        "pages": [(page, f"{site}{page.get_absolute_url()}") for page in pages],
        "own_address": f"{site}{own_path}",
        "paper": Paper.current().name,
    }


def subject_of(notice):
    return _("In print: %s") % notice.article.headline


def send(subject, template, context, address):
    paper = " ".join(Paper.current().name.split())
    body = render_to_string(f"admin/intake/letters/{template}.txt", {**context, "paper": paper})
    subject = " ".join(f"[{paper}] {subject}".split())
    EmailMessage(subject, body, settings.DEFAULT_FROM_EMAIL, [address], headers=HEADERS).send()


@jobs.kind("own_link", label=gettext_lazy("links to the own work, by mail"))
def send_own_link(details):
    if not settings.EMAIL_HOST:
        return _("No mail is wanted.")
    found = owner_of(unsealed_or_nothing(details["phone"]))
    if not found:
        return _("Nobody is known by that phone.")
    whose, address = found
    with translation.override(settings.LANGUAGE_CODE), made_for_letter(**whose) as (link, own_path):
        said = {"own_address": f"{settings.SITE_URL}{own_path}", "until": link.expires_at}
        send(_("Your link"), "own_link", said, address)
    return _("mailed")
