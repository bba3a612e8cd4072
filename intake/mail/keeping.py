"""A mail becomes a letter: its bytes into private storage, what it says and what came with it into rows."""

from email.parser import BytesHeaderParser

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from intake.documents.apart import open_mail_apart
from intake.documents.refusal import DocumentRefused
from intake.mail import headers
from intake.mail.opening import Mail
from intake.manuscripts import digest_of_file
from intake.messages import refusal_of
from intake.models import Attachment, Letter
from intake.models.attachment import LONGEST_NAME
from intake.models.letter import LONGEST_ADDRESS, LONGEST_SUBJECT
from media.keeping import keep_on_commit


def keep(data, **said):
    """The letter, still to be read into a draft; None where another worker was faster. said: key, size, received_at."""
    try:
        return save(open_mail_apart(data), data, **said)
    except DocumentRefused as refused:
        return keep_unread(data, refusal_of(refused, head_of(data).subject), **said)


def keep_unread(data, reason, **said):
    """Of a mail that cannot be opened, what stands above it, with the reason."""
    return save(head_of(data), data, reason=reason, read_at=timezone.now(), **said)


def keep_bare(data, **said):
    """Of a mail that nothing can be read of, its bytes."""
    reason = _("Reading the mail failed. The log of the worker says why.")
    return save(Mail(), data, key=digest_of_file(data), reason=reason, read_at=timezone.now(), **said)


def head_of(data):
    message = BytesHeaderParser(policy=headers.AS_WRITTEN).parsebytes(data)
    name, address = headers.sender(message)
    return Mail(name, address, headers.words(message.get("Subject")), headers.sent_at(message))


def save(mail, data, *, key, **said):
    letter = Letter(
        key=key,
        sender_name=mail.sender_name[:LONGEST_NAME],
        sender_address=mail.sender_address[:LONGEST_ADDRESS],
        subject=mail.subject[:LONGEST_SUBJECT],
        text=mail.text,
        sent_at=mail.sent_at,
        **said,
    )
    try:
        with transaction.atomic():
            letter.raw.save(f"{key}.eml", ContentFile(data), save=False)
            keep_on_commit([letter.raw.name])
            letter.save(force_insert=True)
            Attachment.objects.bulk_create(rows_of(letter, mail.files))
    except IntegrityError:
        if Letter.objects.filter(key=key).exists():
            return None
        raise
    return letter


def rows_of(letter, files):
    for number, file in enumerate(files, start=1):
        said = {"name": file.name[:LONGEST_NAME], "kind": file.kind, "size": len(file.content), "digest": file.digest}
        yield Attachment(letter=letter, number=number, **said)


def opened_again(letter):
    """The Mail in its storage. Raises DocumentRefused."""
    return open_mail_apart(raw_of(letter))


def raw_of(letter):
    with letter.raw.open() as file:
        return file.read()
