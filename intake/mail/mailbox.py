"""The mailbox at its server: looked into, never changed. Nothing is marked as read, moved or deleted."""

import re
import ssl
from contextlib import contextmanager, suppress

from django.conf import settings
from django.utils.translation import gettext as _
from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientError, LoginError

TIMEOUT = SocketTimeout(connect=15, read=60)
LONGEST_SENTENCE = 300


class MailboxAway(Exception):  # noqa: N818 - said at the desk: the mailbox is away
    """The server does not answer, or does not let us in. Says why in one sentence."""


def is_configured():
    return bool(settings.INTAKE_MAIL_HOST)


def name_of_mailbox():
    return f"{settings.INTAKE_MAIL_USER}@{settings.INTAKE_MAIL_HOST}/{settings.INTAKE_MAIL_FOLDER}"


@contextmanager
def opened():
    """(server, what it says of the folder). Whatever goes wrong meanwhile is a MailboxAway."""
    server = None
    try:
        server = connected()
        yield server, server.select_folder(settings.INTAKE_MAIL_FOLDER, readonly=True)
    except LoginError as error:
        raise MailboxAway(_("The mailbox refuses user name or password: %s") % short(error)) from error
    except (OSError, IMAPClientError, UnicodeError) as error:
        raise MailboxAway(_("The mailbox cannot be read: %s") % short(error)) from error
    finally:
        if server:
            with suppress(OSError, IMAPClientError):
                server.logout()


def connected():
    """With a certificate that is checked, unless INTAKE_MAIL_SSL says that there is none."""
    context = ssl.create_default_context() if settings.INTAKE_MAIL_SSL else None
    server = IMAPClient(
        settings.INTAKE_MAIL_HOST,
        port=settings.INTAKE_MAIL_PORT,
        ssl=settings.INTAKE_MAIL_SSL,
        ssl_context=context,
        timeout=TIMEOUT,
    )
    server.normalise_times = False  # times with their zones
    try:
        server.login(settings.INTAKE_MAIL_USER, settings.INTAKE_MAIL_PASSWORD)
        introduce(server)
    except BaseException:
        with suppress(OSError, IMAPClientError):
            server.shutdown()
        raise
    return server


def introduce(server):
    """163 and 126 (NetEase) open no folder to a client that does not say its name: SELECT Unsafe Login."""
    if server.has_capability("ID"):
        server.id_({"name": "newsroom", "version": "1.0", "vendor": "newsroom", "contact": settings.INTAKE_MAIL_USER})


def short(error):
    """What the server said; imaplib prints bytes as Python does."""
    said = re.sub(r"""b(['"])(.*)\1""", r"\2", str(error))
    return " ".join(said.split())[:LONGEST_SENTENCE] or type(error).__name__
