"""
New mails come in as letters: read by number, one at a time, each kept before the next is asked for. So a run that is
broken off neither loses nor doubles a mail, and colleagues may read the mailbox as they like.
"""

import logging
from datetime import timedelta
from email.parser import BytesHeaderParser

from django.db import InterfaceError, OperationalError
from django.utils import timezone
from django.utils.translation import gettext as _
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from intake.mail.headers import AS_WRITTEN, key_of
from intake.mail.keeping import keep, keep_bare, keep_unread
from intake.mail.mailbox import name_of_mailbox, opened
from intake.models import Letter, Mailbox

logger = logging.getLogger(__name__)

MOST_MAILS = 50  # of one run; the others wait for the next
AT_ONCE = 10
LARGEST = 60 * 2**20
# Of a mailbox that is read for the first time, or that the server numbered anew, what came in since then.
LOOKING_BACK = timedelta(days=7)
HEADER, BODY = "BODY.PEEK[HEADER]", "BODY.PEEK[]"


def fetch_new():
    """Yields the letters that come in, each when it is kept. Raises MailboxAway."""
    box, _made = Mailbox.objects.get_or_create(name=name_of_mailbox())
    with opened() as (server, folder):
        if box.uid_validity != folder[b"UIDVALIDITY"]:
            box.renumber(folder[b"UIDVALIDITY"])
        numbers = new_numbers(server, box)
        for start in range(0, min(len(numbers), MOST_MAILS), AT_ONCE):
            yield from fetch(server, box, numbers[:MOST_MAILS][start : start + AT_ONCE])
        if len(numbers) <= MOST_MAILS:
            box.read_up_to(folder.get(b"UIDNEXT", 1) - 1)


def new_numbers(server, box):
    if not box.last_uid:
        return sorted(server.search(["SINCE", first_day()]))
    # A search from a number behind the last answers with the last.
    return sorted(uid for uid in server.search(["UID", f"{box.last_uid + 1}:*"]) if uid > box.last_uid)


def first_day():
    latest = Letter.objects.order_by("-received_at").values_list("received_at", flat=True).first()
    return (min(latest or timezone.now(), timezone.now()) - LOOKING_BACK).date()


def fetch(server, box, numbers):
    """First the headers: they tell whether a mail came before, and how large it is."""
    heads = server.fetch(numbers, [HEADER, "RFC822.SIZE", "INTERNALDATE"])
    for uid in numbers:
        letter = fetch_whatever(server, uid, heads[uid]) if uid in heads else None  # somebody moved it away meanwhile
        box.read_up_to(uid)
        if letter:
            yield letter


def fetch_whatever(server, uid, head):
    """One bad mail keeps no other waiting; a server or a database that is away keeps all of them."""
    try:
        return fetch_one(server, uid, head)
    except (OSError, IMAPClientError, OperationalError, InterfaceError):
        raise
    except Exception:
        logger.exception("Mail %s of the mailbox cannot be kept as it is.", uid)
        return keep_bare(head[b"BODY[HEADER]"], size=head[b"RFC822.SIZE"], received_at=head[b"INTERNALDATE"])


def fetch_one(server, uid, head):
    """The letter; or None where it came before, or went meanwhile."""
    data, size = head[b"BODY[HEADER]"], head[b"RFC822.SIZE"]
    message = BytesHeaderParser(policy=AS_WRITTEN).parsebytes(data)
    said = {"size": size, "received_at": head[b"INTERNALDATE"]}
    if message.get("Message-ID") and Letter.objects.filter(key=key_of(message, data)).exists():
        return None
    if size > LARGEST:
        return keep_unread(data, too_large(size), key=key_of(message, data), **said)
    try:
        whole = server.fetch([uid], [BODY])
    except IMAPClientAbortError:  # the connection is lost
        raise
    except IMAPClientError as error:
        logger.warning("Mail %s of the mailbox cannot be fetched: %s", uid, error)
        return keep_unread(data, _("The mail server does not hand this mail out."), key=key_of(message, data), **said)
    if uid not in whole:
        return None
    return keep(whole[uid][b"BODY[]"], key=key_of(message, whole[uid][b"BODY[]"]), **said)


def too_large(size):
    facts = {"megabytes": size >> 20, "limit": LARGEST >> 20}
    told = _("The mail has %(megabytes)d MB and was not fetched: %(limit)d MB are allowed. Open it in the mailbox.")
    return told % facts
