"""Links to the own work: made at the desk, for a letter, or asked for by whoever's link is over."""

from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone

from articles.acting import Refusal
from bylines.private import email_of, of_phone
from desk.models import AuditEntry
from intake.models import Contribution, OwnLink
from intake.models.own_link import DAYS, DEFAULT_DAYS, address_of, digest_of_token, expiry, new_token


def make(*, by=None, days=DEFAULT_DAYS, **whose):
    """(the link, its path): seen this once. whose: contributor; or contribution, and mailed_at."""
    token, now = new_token(), timezone.now()
    link = OwnLink.objects.create(
        digest=digest_of_token(token), made_by=by, made_at=now, expires_at=expiry(days, now), **whose
    )
    return link, address_of(token)


@contextmanager
def made_for_letter(**whose):
    """The same, for a letter; gone again where the letter cannot go."""
    link, path = make(**whose)
    try:
        yield link, path
    except Exception:
        link.delete()
        raise


@transaction.atomic
def make_at_desk(contributor, *, by, days):
    if days not in DAYS:
        raise Refusal(days)
    link, path = make(by=by, days=days, contributor=contributor)
    AuditEntry.note(verb="own_link", record=contributor, by=by, words=in_words(link))
    return link, path


@transaction.atomic
def revoke(link, *, by):
    rows = OwnLink.objects.filter(pk=link.pk, revoked_at=None)
    if rows.update(revoked_at=timezone.now(), revoked_by=by):
        AuditEntry.note(verb="end_own_link", record=link.contributor, by=by, words=in_words(link))


def in_words(link):
    return f"{timezone.localtime(link.expires_at):%Y-%m-%d %H:%M}"


def contributions_of(link):
    """
    What it shows: of somebody of the register all that is theirs; of a submission that one alone, and all that was
    handed in with the same mail address where the link went to that.
    """
    if link.contributor_id:
        found = Contribution.objects.of(link.contributor.as_it_stands())
    elif link.mailed_at:
        found = Contribution.objects.with_email(link.contribution.email_address)
    else:
        found = Contribution.objects.filter(pk=link.contribution_id)
    return found.select_related("letter__article", "letter__repeats")


def owner_of(phone):
    """(whose, mail address) of whoever has that phone: somebody of the register, or who handed something in last with
    it and gave an address. None for nobody."""
    person = of_phone(phone)
    if person and (address := email_of(person)):
        return {"contributor": person}, address
    latest = Contribution.objects.with_phone(phone).exclude(email="").order_by("-pk").first()
    address = latest.email_address if latest else ""
    return ({"contribution": latest, "mailed_at": timezone.now()}, address) if address else None


def clear_old_links():
    """The duty of a day: what has been over for a year opens nothing, and tells nobody anything."""
    return OwnLink.objects.filter(expires_at__lt=expiry(-365)).delete()[0]
