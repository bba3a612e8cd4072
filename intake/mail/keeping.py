"""A mail becomes a letter: its bytes into private storage, what it says and what came with it into rows."""

import re
from dataclasses import replace
from datetime import timedelta
from email.parser import BytesHeaderParser

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from intake.apart import open_mail_apart
from intake.documents.refusal import DocumentRefused
from intake.mail import headers
from intake.mail.heads import LONGEST_HEAD
from intake.mail.mailbox import MailboxAway
from intake.mail.opening import Mail, said_by_head
from intake.mail.sieve import why_not
from intake.manuscripts import digest_of_file
from intake.messages import refusal_of
from intake.models import Attachment, Letter
from intake.models.attachment import LONGEST_NAME
from intake.models.letter import LONGEST_ADDRESS, LONGEST_SUBJECT, State
from media.keeping import free_space, keep_on_commit

LEAST_FREE = 2**30  # bytes
UNREAD = {"read_at": None, "tries": 0, "reason": "", "kept": Letter.Kept.WHOLE}
END_OF_HEAD = re.compile(rb"\r?\n\r?\n")


def keep(data, **said):
    """The letter, still to be read into a draft; None where another worker was faster. Where no draft may be made
    of it, its headers and text. said: key, size, received_at, and the letter where only the headers came before."""
    try:
        mail = open_mail_apart(data)
    except DocumentRefused as refused:
        return keep_unread(data, refusal_of(refused, head_of(data).subject), **said)
    if reason := why_not(mail):
        return save(mail, head_in(data), reason=reason, read_at=timezone.now(), kept=Letter.Kept.CUT, **said)
    return save(mail, data, **said)


def keep_unread(data, reason, **said):
    """Of a mail that cannot be opened, what stands above it, with the reason."""
    return save(head_of(data), data, reason=reason, read_at=timezone.now(), **said)


def keep_bare(data, **said):
    """Of a mail that nothing can be read of, its bytes."""
    reason = _("Reading the mail failed. The log of the worker says why.")
    return save(Mail(), data, key=digest_of_file(data), reason=reason, read_at=timezone.now(), **said)


def cut_to_head(letter):
    """Its files go for good; what it says stays."""
    outdated, head = letter.raw.name, head_in(raw_of(letter))
    with transaction.atomic():
        letter.raw.save(f"{letter.key}.eml", ContentFile(head), save=False)
        letter.kept = Letter.Kept.CUT
        keep_on_commit([letter.raw.name], [outdated])
        letter.save(update_fields=["raw", "kept"])


def cut_old():
    """A duty of the clock: of letters that were done with long ago only headers and text stay."""
    if not settings.INTAKE_MAIL_KEEP_DAYS:
        return
    before = timezone.now() - timedelta(days=settings.INTAKE_MAIL_KEEP_DAYS)
    done = Letter.objects.in_state(State.SETTLED).filter(settled_at__lt=before, kept=Letter.Kept.WHOLE)
    for letter in list(done):
        cut_to_head(letter)


def demand_room():
    """Raises MailboxAway where the storage is nearly full."""
    if free_space() < LEAST_FREE:
        told = _("No mails are fetched: less than %d MB are free where files are kept.")
        raise MailboxAway(told % (LEAST_FREE >> 20))


def head_in(data):
    return END_OF_HEAD.split(data, maxsplit=1)[0][:LONGEST_HEAD] + b"\r\n\r\n"


def head_of(data):
    return Mail(**said_by_head(BytesHeaderParser(policy=headers.AS_WRITTEN).parsebytes(data)))


def save(mail, data, *, key, letter=None, **said):
    """letter: one of which only the headers came; now that the mail comes whole, it is read as any other."""
    is_new, outdated = letter is None, [letter.raw.name] if letter else []
    letter = letter or Letter(key=key)
    for name, value in (said_in(mail) | UNREAD | said).items():
        setattr(letter, name, value)
    try:
        with transaction.atomic():
            letter.raw.save(f"{key}.eml", ContentFile(data), save=False)
            keep_on_commit([letter.raw.name], outdated)
            letter.save(force_insert=is_new)
            Attachment.objects.bulk_create(rows_of(letter, mail.files))
    except IntegrityError:
        if Letter.objects.filter(key=key).exists():
            return None
        raise
    return letter


def said_in(mail):
    return {
        "sender_name": mail.sender_name[:LONGEST_NAME],
        "sender_address": mail.sender_address[:LONGEST_ADDRESS],
        "subject": mail.subject[:LONGEST_SUBJECT],
        "text": mail.text,
        "sent_at": mail.sent_at,
    }


def rows_of(letter, files):
    first = (letter.attachments.aggregate(last=Max("number"))["last"] or 0) + 1
    for number, file in enumerate(files, start=first):
        said = {"name": file.name[:LONGEST_NAME], "kind": file.kind, "size": len(file.content), "digest": file.digest}
        yield Attachment(letter=letter, number=number, **said)


def opened_again(letter):
    """The Mail in its storage, or what is left of it. Raises DocumentRefused."""
    data = raw_of(letter)
    return open_mail_apart(data) if letter.is_whole else replace(head_of(data), text=letter.text)


def raw_of(letter):
    with letter.raw.open() as file:
        return file.read()
