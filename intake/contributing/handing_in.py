"""A form that is filled in well becomes a letter, still to be read, with all that was declared; and a link for whoever
handed it in. The worker makes the draft."""

from secrets import choice
from tempfile import TemporaryFile
from typing import NamedTuple

from django.core.files.base import File
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from bylines.private import of_phone
from bylines.sealing import phone_digest_of, seal
from desk import jobs
from intake.contributing.writing import write_mail
from intake.mail.files import sort_of
from intake.models import Attachment, Contribution, Letter, OwnLink
from intake.models.attachment import LONGEST_NAME
from intake.models.letter import LONGEST_SUBJECT
from intake.models.own_link import DEFAULT_DAYS, digest_of_token, expiry
from media.imaging.developing import content_hash
from media.imaging.filenames import cleaned
from media.keeping import keep_on_commit

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # what nobody mistakes for another on the telephone
SIGNS = 5
MOST_DRAWS = 5


class Sent(NamedTuple):
    name: str
    file: object
    caption: str
    digest: str


class Receipt(NamedTuple):
    contribution: Contribution
    token: str


def hand_in(*, once, said, consent, files):
    """
    said: what the form found (ContributionForm.declared); files: (name, open binary file, caption). once: of the page
    that the form stood on: the same words and files a second time have one receipt.
    """
    files = [Sent(cleaned(name) or "file", file, caption, content_hash(file)) for name, file, caption in files]
    digest = salted_hmac("intake.contribution", "\0".join(parts_of(once, said, files)), algorithm="sha256").hexdigest()
    receipt = known(digest)
    if receipt:
        return receipt
    try:
        return received(digest, said, consent, files)
    except IntegrityError:
        if receipt := known(digest):  # the second press was a moment behind the first
            return receipt
        raise


def parts_of(once, said, files):
    words = [f"{name}={getattr(value, 'pk', value)}" for name, value in sorted(said.items())]
    return [once, *words, *(f"{one.digest} {one.caption}" for one in files)]


def known(digest):
    found = Contribution.objects.filter(digest=digest).select_related("letter").first()
    return Receipt(found, token_of(digest)) if found else None


def token_of(digest):
    """As random as the page's own number, and the same for the same press."""
    return salted_hmac("intake.own_link", digest, algorithm="sha256").hexdigest()


@transaction.atomic
def received(digest, said, consent, files):
    now = timezone.now()
    letter = letter_of(digest, said, files, now)
    contribution = Contribution.objects.create(
        letter=letter, digest=digest, number=free_number(now), consent=consent, handed_in_at=now, **declared(said)
    )
    token = token_of(digest)
    OwnLink.objects.create(
        contribution=contribution, digest=digest_of_token(token), made_at=now, expires_at=expiry(DEFAULT_DAYS, now)
    )
    jobs.plan("contribution", once=str(letter.pk), letter=letter.pk)
    return Receipt(contribution, token)


def declared(said):
    names = ("name", "unit", "region", "column", "elsewhere", "elsewhere_printed", "ai_use")
    phone, email = said["phone"], said["email"]
    return {
        **{name: said[name] for name in names},
        "phone": seal(phone),
        "phone_digest": phone_digest_of(phone),
        "email": seal(email),
        "email_digest": phone_digest_of(email.lower()),
        "contributor": known_person(phone, said["name"]),
    }


def known_person(phone, name):
    """Whoever has that phone in the register, and that name. It is a hint: anybody may know both of somebody."""
    person = of_phone(phone)
    return person if person and person.name == name else None


def letter_of(digest, said, files, now):
    sender = f"{said['name']}（{said['unit']}）" if said["unit"] else said["name"]
    letter = Letter(
        key=digest,
        sender_name=sender[:LONGEST_NAME],
        subject=said["headline"][:LONGEST_SUBJECT],
        text=said["text"],
        sent_at=now,
        received_at=now,
    )
    with TemporaryFile() as raw:
        whole = [(one.name, one.file, one.caption) for one in files]
        write_mail(raw, subject=letter.subject, sender=sender, text=letter.text, files=whole, at=now)
        letter.size = raw.tell()
        raw.seek(0)
        letter.raw.save(f"{digest}.eml", File(raw), save=False)
    keep_on_commit([letter.raw.name])
    letter.save(force_insert=True)
    Attachment.objects.bulk_create(attachments(letter, files))
    return letter


def attachments(letter, files):
    for number, one in enumerate(files, start=1):
        one.file.seek(0)
        content = one.file.read()
        kind = sort_of(one.name, "", content, belongs_to_text=False)
        said = {"name": one.name[:LONGEST_NAME], "kind": kind, "size": len(content), "digest": one.digest}
        yield Attachment(letter=letter, number=number, **said)


def free_number(now):
    """20260302-7K3FQ: the day, and what nobody guesses from another's."""
    day = timezone.localtime(now).strftime("%Y%m%d")
    for _draw in range(MOST_DRAWS):
        number = f"{day}-{''.join(choice(ALPHABET) for _ in range(SIGNS))}"
        if not Contribution.objects.filter(number=number).exists():
            break
    return number
