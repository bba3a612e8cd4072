"""Correspondents as the desk knows them, and links to their own work."""

from bylines.private import keep
from bylines.sealing import phone_digest_of, seal
from intake.models import ConsentText, Contribution, Letter
from newsroom.my.links import make
from tests.factories import make_contributor, numbers

PHONE = "13800138000"


def make_correspondent(*, name="周永卫", phone="", email="", **fields):
    person = make_contributor(name=name, **fields)
    keep(person, None, phone=phone, email=email)
    return person


def make_contribution(*, article=None, headline="来稿标题", name="周永卫", email="", phone=PHONE, **fields):
    """Handed in and read; with the draft that became of it."""
    number = next(numbers)
    letter = Letter.objects.create(
        key=f"letter-{number}",
        subject=headline,
        received_at="2026-03-02T08:00Z",
        read_at="2026-03-02T08:01Z",
        size=9,
        article=article,
    )
    consent = ConsentText.objects.first() or ConsentText.objects.create(text="同意。")
    sealed = {"phone": seal(phone), "phone_digest": phone_digest_of(phone)}
    sealed |= {"email": seal(email), "email_digest": phone_digest_of(email.lower())}
    said = {"number": f"20260302-{number}", "digest": f"digest-{number}", "name": name, "consent": consent}
    return Contribution.objects.create(letter=letter, **said, **sealed, **fields)


def link_to(**whose):
    """(the link, its path)"""
    return make(**whose)
