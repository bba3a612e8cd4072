"""The mailbox is read: new mails come in, and become drafts one by one."""

import logging
import time
from typing import NamedTuple

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.utils.translation import gettext as _

from intake.mail.drafting import read_letter
from intake.mail.fetching import fetch_new
from intake.mail.mailbox import MailboxAway, is_configured, name_of_mailbox
from intake.models import Letter, Mailbox

logger = logging.getLogger(__name__)

SECONDS = 120  # of one run, between letters: the jobs of the worker wait meanwhile


class Read(NamedTuple):
    """trouble: why the mailbox could not be read, or not to its end."""

    came_in: int
    drafted: int
    trouble: str = ""


def read_mailbox():
    """What came in is read also where the server is away, and what was left over from a run that was broken off."""
    came_in, trouble = 0, ""
    try:
        for _letter in fetch_new():
            came_in += 1
    except MailboxAway as away:
        trouble = str(away)
        logger.warning("%s: %s", settings.INTAKE_MAIL_HOST, trouble)
    except (OperationalError, InterfaceError):  # the database is away
        raise
    except Exception:
        trouble = _("Looking into the mailbox failed. The log of the worker says why.")
        logger.exception("%s: the mailbox cannot be read.", settings.INTAKE_MAIL_HOST)
    Mailbox.objects.get(name=name_of_mailbox()).note_look(trouble)
    return Read(came_in, read_arrived(), trouble)


def read_arrived():
    """The number of drafts that were made."""
    stop, drafted = time.monotonic() + SECONDS, 0
    for pk in list(Letter.objects.filter(read_at=None).order_by("received_at", "pk").values_list("pk", flat=True)):
        if time.monotonic() > stop:
            break
        letter = Letter.objects.get(pk=pk)
        read_letter(letter)
        drafted += bool(letter.article_id and not letter.reason)
    return drafted


def read_when_due():
    """A duty of the clock."""
    if not is_configured():
        return
    box = Mailbox.objects.filter(name=name_of_mailbox()).first()
    if box is None or box.is_due:
        read_mailbox()
