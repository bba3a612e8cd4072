"""
New mails come in as letters: read by number, one at a time, each kept before the next is asked for. So a run that is
broken off neither loses nor doubles a mail, and colleagues may read the mailbox as they like.
"""

import logging
import time
from datetime import timedelta

from django.db import InterfaceError, OperationalError
from django.utils import timezone
from django.utils.translation import gettext as _
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from intake.mail.heads import LARGEST, Head, heads_of
from intake.mail.keeping import demand_room, keep, keep_bare, keep_unread
from intake.mail.mailbox import SENSELESS, MailboxAway, away, name_of_mailbox, opened
from intake.models import Letter, Mailbox

logger = logging.getLogger(__name__)

MOST_MAILS = 50  # of one run; the others wait for the next
AT_ONCE = 10
SECONDS = 120  # of one run, between mails
# Of a mailbox that is read for the first time, or that the server numbered anew, what came in since then.
LOOKING_BACK = timedelta(days=7)
BODY = "BODY.PEEK[]"
PROBES = 3


class Withheld(Exception):  # noqa: N818 - said at the desk
    """The server hands out other mails, but not this one, however often it is asked."""


def fetch_new():
    """Yields the letters that come in, each when it is kept. Raises MailboxAway."""
    box, _made = Mailbox.objects.get_or_create(name=name_of_mailbox())
    with opened() as (server, folder):
        if box.uid_validity != folder[b"UIDVALIDITY"]:
            box.renumber(folder[b"UIDVALIDITY"], since=first_day())
        numbers, stop = new_numbers(server, box), time.monotonic() + SECONDS
        for start in range(0, min(len(numbers), MOST_MAILS), AT_ONCE):
            yield from fetch(server, box, numbers[:MOST_MAILS][start : start + AT_ONCE], stop)
        if len(numbers) <= MOST_MAILS and time.monotonic() <= stop:
            box.read_up_to(folder.get(b"UIDNEXT", 1) - 1)


def new_numbers(server, box):
    if not box.last_uid:
        return sorted(server.search(["SINCE", box.since or first_day()]))
    # A search from a number behind the last answers with the last.
    return sorted(uid for uid in server.search(["UID", f"{box.last_uid + 1}:*"]) if uid > box.last_uid)


def first_day():
    latest = Letter.objects.order_by("-received_at").values_list("received_at", flat=True).first()
    return (min(latest or timezone.now(), timezone.now()) - LOOKING_BACK).date()


def fetch(server, box, numbers, stop):
    """First the headers: they tell whether a mail came before, and how large it is."""
    if time.monotonic() > stop:
        return
    heads = heads_of(server, numbers)
    for place, uid in enumerate(numbers):
        if time.monotonic() > stop:
            return
        demand_room()
        others = [heads[other] for other in numbers[place + 1 :] if other in heads]
        # Somebody may have moved it away meanwhile.
        letter = fetch_whatever(server, box, heads[uid], others) if uid in heads else None
        box.read_up_to(uid)
        if letter:
            yield letter


def fetch_whatever(server, box, head, others):
    """One bad mail keeps no other waiting; a server or a database that is away keeps all of them."""
    try:
        return fetch_one(server, box, head, others)
    except (MailboxAway, OSError, IMAPClientError, OperationalError, InterfaceError):
        raise
    except Exception:
        logger.exception("Mail %s of the mailbox cannot be kept as it is.", head.uid)
        return kept_at_least(head)


def kept_at_least(head):
    try:
        return keep_bare(head.written, size=head.size, received_at=head.received_at)
    except (OSError, OperationalError, InterfaceError):
        raise
    except Exception:
        logger.exception("Mail %s of the mailbox cannot be kept at all; it stays in the mailbox.", head.uid)
        return None


def fetch_one(server, box, head: Head, others):
    """The letter; or None where it came before, or went meanwhile."""
    known = Letter.objects.filter(key=head.key).first()
    if known and known.kept != Letter.Kept.HEAD:
        return None
    if head.size > LARGEST:
        return None if known else keep_head(head, too_large(head.size))
    try:
        data = body_of(server, box, head, others)
    except Withheld as error:
        logger.warning("Mail %s of the mailbox cannot be fetched: %s", head.uid, error)
        return None if known else keep_head(head, _("The mail server does not hand this mail out."))
    if data is None:
        return None
    key = known.key if known else head.key_with(data)
    return keep(data, key=key, letter=known, size=head.size, received_at=head.received_at)


def keep_head(head, reason):
    said = {"key": head.key, "size": head.size, "received_at": head.received_at}
    return keep_unread(head.written, reason, kept=Letter.Kept.HEAD, **said)


def body_of(server, box, head, others):
    """
    None where it went meanwhile. A server that says no is likely busy, and is asked again the next time; Withheld only
    when it said no some times in a row and hands out another mail.
    """
    is_known_to = box.is_stuck_at(head.uid) and hands_out(server, others)
    try:
        answer = server.fetch([head.uid], [BODY])
        return answer[head.uid][b"BODY[]"] if head.uid in answer else None
    except (OSError, IMAPClientError, *SENSELESS) as error:
        box.stumble(head.uid)
        if is_known_to:
            raise Withheld(str(error)) from error
        raise away(error) from error


def hands_out(server, others):
    for other in [head for head in others if head.size <= LARGEST][:PROBES]:
        try:
            if server.fetch([other.uid], [BODY]):
                return True
        except IMAPClientAbortError:  # the connection is lost
            raise
        except IMAPClientError:
            continue
    return False


def too_large(size):
    facts = {"megabytes": size >> 20, "limit": LARGEST >> 20}
    told = _("The mail has %(megabytes)d MB and was not fetched: %(limit)d MB are allowed. Open it in the mailbox.")
    return told % facts
